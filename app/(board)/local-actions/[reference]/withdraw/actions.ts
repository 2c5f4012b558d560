'use server';

import { withdrawLocalAction } from '@/lib/data/local-actions';
import type { FormState } from '@/lib/domain/form-state';
import { itemPath } from '@/lib/domain/item';
import { withdrawLocalActionSchema } from '@/lib/domain/local-action';
import { formAction } from '@/lib/server/form-action';

/** Withdraws a local action that was created in error. */
export async function withdrawLocalActionAction(
  reference: string,
  state: FormState | undefined,
  form: FormData,
) {
  return formAction(withdrawLocalActionSchema, state, form, async (context, value) => {
    await withdrawLocalAction(context, reference, value);
    return itemPath(reference);
  });
}
