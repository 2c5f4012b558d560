'use server';

import { editLocalAction } from '@/lib/data/local-actions';
import type { FormState } from '@/lib/domain/form-state';
import { itemPath } from '@/lib/domain/item';
import { editLocalActionSchema } from '@/lib/domain/local-action';
import { formAction } from '@/lib/server/form-action';

/** Changes the wording and details of a local action. */
export async function editLocalActionAction(
  reference: string,
  state: FormState | undefined,
  form: FormData,
) {
  return formAction(editLocalActionSchema, state, form, async (context, value) => {
    await editLocalAction(context, reference, value);
    return itemPath(reference);
  });
}
