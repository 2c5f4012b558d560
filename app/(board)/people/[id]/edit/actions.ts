'use server';

import { changePerson } from '@/lib/data/person-changes';
import { changePersonSchema } from '@/lib/domain/access';
import type { FormState } from '@/lib/domain/form-state';
import { formAction } from '@/lib/server/form-action';
import { acting } from '@/lib/server/person-page';

/** Changes who somebody is. */
export async function changePersonAction(id: string, state: FormState | undefined, form: FormData) {
  return formAction(changePersonSchema, state, form, async (context, value) => {
    await changePerson(await acting(context), id, value);
    return `/people/${id}`;
  });
}
