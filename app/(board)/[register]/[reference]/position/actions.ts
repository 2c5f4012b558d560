'use server';

import { statePosition } from '@/lib/data/statements';
import type { FormState } from '@/lib/domain/form-state';
import { itemPath } from '@/lib/domain/item';
import { statePositionSchema } from '@/lib/domain/statement';
import { formAction } from '@/lib/server/form-action';

/** Notes where the national side stands. */
export async function statePositionAction(
  reference: string,
  state: FormState | undefined,
  form: FormData,
) {
  return formAction(statePositionSchema, state, form, async (context, value) => {
    await statePosition(context, reference, value);
    return itemPath(reference);
  });
}
