'use server';

import { passSecondStep } from '@/lib/data/second-step';
import { afterSignIn } from '@/lib/domain/after-sign-in';
import type { FormState } from '@/lib/domain/form-state';
import { codeSchema } from '@/lib/domain/sign-in';
import { answerForm } from '@/lib/server/form-action';
import { awaited, goingTo, passAwaited, secondStepContext } from '@/lib/server/second-step';

/** Checks the code and signs in. */
export async function secondStepAction(state: FormState | undefined, form: FormData) {
  const { token, personId } = await awaited(goingTo(form));
  return answerForm(codeSchema, state, form, async ({ code, to }) => {
    await passSecondStep(await secondStepContext(), personId, code);
    await passAwaited({ token, personId }, to);
    return afterSignIn(to);
  });
}
