'use server';

import { liftHold } from '@/lib/data/person-changes';
import { submission } from '@/lib/domain/fields';
import type { FormState } from '@/lib/domain/form-state';
import { formAction } from '@/lib/server/form-action';
import { acting } from '@/lib/server/person-page';

/** Lets somebody sign in again whose sign-ins are held off. */
export async function liftHoldAction(id: string, state: FormState | undefined, form: FormData) {
  return formAction(submission, state, form, async (context, value) => {
    await liftHold(await acting(context), id, value);
    return `/people/${id}`;
  });
}
