'use server';

import { acknowledgeChallenges } from '@/lib/data/acknowledgements';
import { acknowledgeSchema } from '@/lib/domain/acknowledgement';
import { CHALLENGES_PATH } from '@/lib/domain/challenge-query';
import type { FormState } from '@/lib/domain/form-state';
import { formAction } from '@/lib/server/form-action';

/** Acknowledges challenges for the next meeting. */
export async function acknowledgeAction(state: FormState | undefined, form: FormData) {
  return formAction(acknowledgeSchema, state, form, async (context, value) => {
    await acknowledgeChallenges(context, value);
    return CHALLENGES_PATH;
  });
}
