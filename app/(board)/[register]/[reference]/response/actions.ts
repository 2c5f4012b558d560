'use server';

import { stateResponse } from '@/lib/data/statements';
import type { FormState } from '@/lib/domain/form-state';
import { itemPath } from '@/lib/domain/item';
import { stateResponseSchema } from '@/lib/domain/statement';
import { formAction } from '@/lib/server/form-action';

/** Says what our response is. */
export async function stateResponseAction(
  reference: string,
  state: FormState | undefined,
  form: FormData,
) {
  return formAction(stateResponseSchema, state, form, async (context, value) => {
    await stateResponse(context, reference, value);
    return itemPath(reference);
  });
}
