'use server';

import { reactivatePerson } from '@/lib/data/person-changes';
import { reactivateSchema } from '@/lib/domain/access';
import type { FormState } from '@/lib/domain/form-state';
import { formAction } from '@/lib/server/form-action';
import { acting } from '@/lib/server/person-page';

/** Lets somebody in again. */
export async function reactivatePersonAction(
  id: string,
  state: FormState | undefined,
  form: FormData,
) {
  return formAction(reactivateSchema, state, form, async (context, value) => {
    await reactivatePerson(await acting(context), id, value);
    return `/people/${id}`;
  });
}
