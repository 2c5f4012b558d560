'use server';

import { addOrganisation } from '@/lib/data/people';
import type { FormState } from '@/lib/domain/form-state';
import { addOrganisationSchema } from '@/lib/domain/people';
import { formAction } from '@/lib/server/form-action';
import { wayBack } from '@/lib/server/way-back';

/** Adds an organisation, and goes back to the form it was missing from, where there was one. */
export async function addOrganisationAction(
  to: string | undefined,
  state: FormState | undefined,
  form: FormData,
) {
  return formAction(addOrganisationSchema, state, form, async (context, value) => {
    const organisation = await addOrganisation(context, value);
    return wayBack(to, { organisation }) ?? '/organisations';
  });
}
