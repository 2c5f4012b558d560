'use server';

import { takeBackAcknowledgement } from '@/lib/data/acknowledgements';
import { takeBackSchema } from '@/lib/domain/acknowledgement';
import { CHALLENGES_PATH } from '@/lib/domain/challenge-query';
import type { FormState } from '@/lib/domain/form-state';
import { formAction } from '@/lib/server/form-action';

/** Opens a challenge again that was acknowledged for the next meeting. */
export async function takeBackAction(state: FormState | undefined, form: FormData) {
  return formAction(takeBackSchema, state, form, async (context, value) => {
    await takeBackAcknowledgement(context, value);
    return CHALLENGES_PATH;
  });
}
