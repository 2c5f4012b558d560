'use server';

import { setRagStatus } from '@/lib/data/status-updates';
import type { FormState } from '@/lib/domain/form-state';
import { itemPath } from '@/lib/domain/item';
import { setRagSchema } from '@/lib/domain/status-update';
import { formAction } from '@/lib/server/form-action';

/** Posts a status update with a rating. */
export async function setRagAction(
  reference: string,
  state: FormState | undefined,
  form: FormData,
) {
  return formAction(setRagSchema, state, form, async (context, value) => {
    await setRagStatus(context, reference, value);
    return itemPath(reference);
  });
}
