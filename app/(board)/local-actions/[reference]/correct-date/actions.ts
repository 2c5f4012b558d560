'use server';

import { correctFirstDate } from '@/lib/data/status-updates';
import { correctFirstDateSchema } from '@/lib/domain/due-date';
import type { FormState } from '@/lib/domain/form-state';
import { itemPath } from '@/lib/domain/item';
import { formAction } from '@/lib/server/form-action';

/** Puts right a first due date that was mistyped. */
export async function correctFirstDateAction(
  reference: string,
  state: FormState | undefined,
  form: FormData,
) {
  return formAction(correctFirstDateSchema, state, form, async (context, value) => {
    await correctFirstDate(context, reference, value);
    return itemPath(reference);
  });
}
