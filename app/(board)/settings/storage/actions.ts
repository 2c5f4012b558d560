'use server';

import { setStorageRules } from '@/lib/data/settings';
import type { FormState } from '@/lib/domain/form-state';
import { storageRulesSchema } from '@/lib/domain/settings';
import { formAction } from '@/lib/server/form-action';

/** Sets how much files may take. */
export async function setStorageRulesAction(state: FormState | undefined, form: FormData) {
  return formAction(storageRulesSchema, state, form, async (context, value) => {
    await setStorageRules(context, value);
    return '/settings';
  });
}
