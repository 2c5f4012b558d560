'use server';

import { proposeReopening } from '@/lib/data/proposals';
import type { FormState } from '@/lib/domain/form-state';
import { itemPath } from '@/lib/domain/item';
import { proposeReopeningSchema } from '@/lib/domain/proposal';
import { formAction } from '@/lib/server/form-action';

/** Asks the board to open an item again. */
export async function proposeReopeningAction(
  reference: string,
  state: FormState | undefined,
  form: FormData,
) {
  return formAction(proposeReopeningSchema, state, form, async (context, value) => {
    await proposeReopening(context, reference, value);
    return itemPath(reference);
  });
}
