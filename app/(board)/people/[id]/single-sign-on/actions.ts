'use server';

import { unlinkSingleSignOn } from '@/lib/data/person-changes';
import { submission } from '@/lib/domain/fields';
import type { FormState } from '@/lib/domain/form-state';
import { formAction } from '@/lib/server/form-action';
import { acting } from '@/lib/server/person-page';

/** Parts somebody from their accounts at providers of single sign-on. */
export async function unlinkAction(id: string, state: FormState | undefined, form: FormData) {
  return formAction(submission, state, form, async (context, value) => {
    await unlinkSingleSignOn(await acting(context), id, value);
    return `/people/${id}`;
  });
}
