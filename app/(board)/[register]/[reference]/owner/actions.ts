'use server';

import { assignOwner } from '@/lib/data/status-updates';
import type { FormState } from '@/lib/domain/form-state';
import { itemPath } from '@/lib/domain/item';
import { assignOwnerSchema } from '@/lib/domain/owner';
import { formAction } from '@/lib/server/form-action';

/** Makes a person accountable. */
export async function assignOwnerAction(
  reference: string,
  state: FormState | undefined,
  form: FormData,
) {
  return formAction(assignOwnerSchema, state, form, async (context, value) => {
    await assignOwner(context, reference, value);
    return itemPath(reference);
  });
}
