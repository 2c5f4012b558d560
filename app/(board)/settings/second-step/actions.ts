'use server';

import { setSecondStepRule } from '@/lib/data/settings';
import type { FormState } from '@/lib/domain/form-state';
import { secondStepRuleSchema } from '@/lib/domain/settings';
import { formAction } from '@/lib/server/form-action';

/** Says whether administrators and officers need a second step, and why not. */
export async function setSecondStepRuleAction(state: FormState | undefined, form: FormData) {
  return formAction(secondStepRuleSchema, state, form, async (context, value) => {
    await setSecondStepRule(context, value);
    return '/settings';
  });
}
