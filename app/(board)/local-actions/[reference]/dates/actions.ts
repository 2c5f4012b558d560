'use server';

import { setDates } from '@/lib/data/status-updates';
import { setDatesSchema } from '@/lib/domain/due-date';
import type { FormState } from '@/lib/domain/form-state';
import { itemPath } from '@/lib/domain/item';
import { formAction } from '@/lib/server/form-action';

/** Sets the dates of a local action. */
export async function setDatesAction(
  reference: string,
  state: FormState | undefined,
  form: FormData,
) {
  return formAction(setDatesSchema, state, form, async (context, value) => {
    await setDates(context, reference, value);
    return itemPath(reference);
  });
}
