'use server';

import { confirmSecondStep } from '@/lib/data/second-step';
import type { FormState } from '@/lib/domain/form-state';
import { codeSchema } from '@/lib/domain/sign-in';
import { formAction } from '@/lib/server/form-action';
import { secondStepContext } from '@/lib/server/second-step';
import { sessionId } from '@/lib/server/session';

/** Confirms one's own second step with the first code of the app. */
export async function addSecondStepAction(state: FormState | undefined, form: FormData) {
  return formAction(codeSchema, state, form, async ({ actor }, { code }) => {
    const begunBy = (await sessionId()) ?? '';
    await confirmSecondStep(
      { ...(await secondStepContext()), signedIn: true },
      actor.id,
      code,
      begunBy,
    );
    return { to: '/account/recovery-codes', done: 'second-step-added' };
  });
}
