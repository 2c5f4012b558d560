'use server';

import { createLocalAction } from '@/lib/data/local-actions';
import type { FormState } from '@/lib/domain/form-state';
import { itemPath } from '@/lib/domain/item';
import { createLocalActionSchema } from '@/lib/domain/local-action';
import { formAction } from '@/lib/server/form-action';

/** Creates a local action and goes to its page. */
export async function createLocalActionAction(state: FormState | undefined, form: FormData) {
  return formAction(createLocalActionSchema, state, form, async (context, value) => {
    const reference = await createLocalAction(context, value);
    return itemPath(reference);
  });
}
