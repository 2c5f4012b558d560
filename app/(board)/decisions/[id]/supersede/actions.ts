'use server';

import { supersedeDecision } from '@/lib/data/supersede';
import { decisionPath, supersedeDecisionSchema } from '@/lib/domain/decision';
import type { FormState } from '@/lib/domain/form-state';
import { formAction } from '@/lib/server/form-action';

/** Records a decision in the place of a mistaken one. */
export async function supersedeDecisionAction(
  id: string,
  state: FormState | undefined,
  form: FormData,
) {
  return formAction(supersedeDecisionSchema, state, form, async (context, value) => {
    await supersedeDecision(context, id, value);
    return decisionPath(id);
  });
}
