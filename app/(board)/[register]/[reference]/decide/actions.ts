'use server';

import { decideUnderDelegation } from '@/lib/data/decisions';
import { decideUnderDelegationSchema } from '@/lib/domain/decision';
import type { FormState } from '@/lib/domain/form-state';
import { itemPath } from '@/lib/domain/item';
import { formAction } from '@/lib/server/form-action';

/** Records what somebody decided between meetings. */
export async function decideAction(
  reference: string,
  state: FormState | undefined,
  form: FormData,
) {
  return formAction(decideUnderDelegationSchema, state, form, async (context, value) => {
    await decideUnderDelegation(context, reference, value);
    return itemPath(reference);
  });
}
