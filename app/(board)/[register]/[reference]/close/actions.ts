'use server';

import { proposeClosure } from '@/lib/data/proposals';
import type { FormState } from '@/lib/domain/form-state';
import { itemPath } from '@/lib/domain/item';
import { proposeClosureSchema } from '@/lib/domain/proposal';
import { formAction } from '@/lib/server/form-action';

/** Asks the board to close an item. */
export async function proposeClosureAction(
  reference: string,
  state: FormState | undefined,
  form: FormData,
) {
  return formAction(proposeClosureSchema, state, form, async (context, value) => {
    await proposeClosure(context, reference, value);
    return itemPath(reference);
  });
}
