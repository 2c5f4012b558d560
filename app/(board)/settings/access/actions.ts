'use server';

import { setAccessRules } from '@/lib/data/settings';
import type { FormState } from '@/lib/domain/form-state';
import { accessRulesSchema } from '@/lib/domain/settings';
import { formAction } from '@/lib/server/form-action';

/** Sets how people get in, and for how long. */
export async function setAccessRulesAction(state: FormState | undefined, form: FormData) {
  return formAction(accessRulesSchema, state, form, async (context, value) => {
    await setAccessRules(context, value);
    return '/settings';
  });
}
