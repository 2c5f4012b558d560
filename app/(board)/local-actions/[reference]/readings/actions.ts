'use server';

import { addReading } from '@/lib/data/local-actions';
import type { FormState } from '@/lib/domain/form-state';
import { itemPath } from '@/lib/domain/item';
import { addReadingSchema } from '@/lib/domain/local-action';
import { formAction } from '@/lib/server/form-action';

/** Adds a reading of the success measure. */
export async function addReadingAction(
  reference: string,
  state: FormState | undefined,
  form: FormData,
) {
  return formAction(addReadingSchema, state, form, async (context, value) => {
    await addReading(context, reference, value);
    return itemPath(reference);
  });
}
