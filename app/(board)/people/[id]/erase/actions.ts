'use server';

import { erasePerson } from '@/lib/data/erasures';
import { eraseSchema } from '@/lib/domain/access';
import type { FormState } from '@/lib/domain/form-state';
import { formAction } from '@/lib/server/form-action';

/** Erases somebody’s name. */
export async function erasePersonAction(id: string, state: FormState | undefined, form: FormData) {
  return formAction(eraseSchema, state, form, async (context, value) => {
    await erasePerson(context, id, value);
    return `/people/${id}`;
  });
}
