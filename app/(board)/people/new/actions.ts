'use server';

import { addPerson } from '@/lib/data/people';
import type { FormState } from '@/lib/domain/form-state';
import { addPersonSchema } from '@/lib/domain/people';
import { formAction } from '@/lib/server/form-action';
import { wayBack } from '@/lib/server/way-back';

/** Adds a person, and goes back to the form they were missing from, where there was one. */
export async function addPersonAction(
  to: string | undefined,
  state: FormState | undefined,
  form: FormData,
) {
  return formAction(addPersonSchema, state, form, async (context, value) => {
    const person = await addPerson(context, value);
    return wayBack(to, { person }) ?? '/people';
  });
}
