'use server';

import { setRagKey } from '@/lib/data/settings';
import type { FormState } from '@/lib/domain/form-state';
import { ragKeySchema } from '@/lib/domain/settings';
import { formAction } from '@/lib/server/form-action';

/** Sets the words of the RAG key. */
export async function setRagKeyAction(state: FormState | undefined, form: FormData) {
  return formAction(ragKeySchema, state, form, async (context, value) => {
    await setRagKey(context, value);
    return '/settings';
  });
}
