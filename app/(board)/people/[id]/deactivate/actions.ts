'use server';

import { deactivatePerson } from '@/lib/data/person-changes';
import { deactivateSchema } from '@/lib/domain/access';
import type { FormState } from '@/lib/domain/form-state';
import { formAction } from '@/lib/server/form-action';
import { acting } from '@/lib/server/person-page';

/** Shuts somebody out. */
export async function deactivatePersonAction(
  id: string,
  state: FormState | undefined,
  form: FormData,
) {
  return formAction(deactivateSchema, state, form, async (context, value) => {
    await deactivatePerson(await acting(context), id, value);
    return `/people/${id}`;
  });
}
