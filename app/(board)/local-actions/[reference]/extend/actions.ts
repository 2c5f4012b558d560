'use server';

import { proposeExtension } from '@/lib/data/proposals';
import type { FormState } from '@/lib/domain/form-state';
import { itemPath } from '@/lib/domain/item';
import { proposeExtensionSchema } from '@/lib/domain/proposal';
import { formAction } from '@/lib/server/form-action';

/** Asks the board for a later date. */
export async function proposeExtensionAction(
  reference: string,
  state: FormState | undefined,
  form: FormData,
) {
  return formAction(proposeExtensionSchema, state, form, async (context, value) => {
    await proposeExtension(context, reference, value);
    return itemPath(reference);
  });
}
