'use server';

import { setRoles } from '@/lib/data/person-changes';
import { setRolesSchema } from '@/lib/domain/access';
import type { FormState } from '@/lib/domain/form-state';
import { formAction } from '@/lib/server/form-action';
import { acting } from '@/lib/server/person-page';

/** Sets what somebody may do. */
export async function setRolesAction(id: string, state: FormState | undefined, form: FormData) {
  return formAction(setRolesSchema, state, form, async (context, value) => {
    await setRoles(await acting(context), id, value);
    return `/people/${id}`;
  });
}
