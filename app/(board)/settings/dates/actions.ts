'use server';

import { setDateRules } from '@/lib/data/settings';
import type { FormState } from '@/lib/domain/form-state';
import { dateRulesSchema } from '@/lib/domain/settings';
import { formAction } from '@/lib/server/form-action';

/** Sets the numbers that dates are worked out with. */
export async function setDateRulesAction(state: FormState | undefined, form: FormData) {
  return formAction(dateRulesSchema, state, form, async (context, value) => {
    await setDateRules(context, value);
    return '/settings';
  });
}
