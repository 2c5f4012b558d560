'use server';

import { confirmSecondStep } from '@/lib/data/second-step';
import type { FormState } from '@/lib/domain/form-state';
import { innerAddress } from '@/lib/domain/inner-address';
import { codeSchema } from '@/lib/domain/sign-in';
import { answerForm } from '@/lib/server/form-action';
import { awaited, goingTo, passAwaited, secondStepContext } from '@/lib/server/second-step';

/** Confirms the app with its first code, signs in, and leads on to the recovery codes. */
export async function setUpAction(state: FormState | undefined, form: FormData) {
  const { token, personId } = await awaited(goingTo(form));
  return answerForm(codeSchema, state, form, async ({ code, to }) => {
    await confirmSecondStep(await secondStepContext(), personId, code, token);
    await passAwaited({ token, personId }, to);
    return `/account/recovery-codes?to=${encodeURIComponent(innerAddress(to))}`;
  });
}
