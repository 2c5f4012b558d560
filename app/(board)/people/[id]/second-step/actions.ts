'use server';

import { resetSecondStep } from '@/lib/data/person-changes';
import { submission } from '@/lib/domain/fields';
import type { FormState } from '@/lib/domain/form-state';
import { formAction } from '@/lib/server/form-action';
import { acting } from '@/lib/server/person-page';

/** Takes somebody’s second step away. */
export async function resetSecondStepAction(
  id: string,
  state: FormState | undefined,
  form: FormData,
) {
  return formAction(submission, state, form, async (context, value) => {
    await resetSecondStep(await acting(context), id, value);
    return `/people/${id}`;
  });
}
