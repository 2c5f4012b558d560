'use server';

import { setOurRole } from '@/lib/data/status-updates';
import type { FormState } from '@/lib/domain/form-state';
import { itemPath } from '@/lib/domain/item';
import { setOurRoleSchema } from '@/lib/domain/our-role';
import { formAction } from '@/lib/server/form-action';

/** Sets our role in a recommendation. */
export async function setOurRoleAction(
  reference: string,
  state: FormState | undefined,
  form: FormData,
) {
  return formAction(setOurRoleSchema, state, form, async (context, value) => {
    await setOurRole(context, reference, value);
    return itemPath(reference);
  });
}
