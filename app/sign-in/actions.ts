'use server';

import { signInWithPassword } from '@/lib/data/sign-in';
import { afterSignIn } from '@/lib/domain/after-sign-in';
import { RuleError } from '@/lib/domain/errors';
import type { FormState } from '@/lib/domain/form-state';
import { signInSchema, tooManyHere } from '@/lib/domain/sign-in';
import { entranceHere } from '@/lib/server/entrance';
import { hasSingleSignOn } from '@/lib/server/env';
import { answerForm } from '@/lib/server/form-action';
import { rememberDevice } from '@/lib/server/known-device';
import { awaitSecondStep } from '@/lib/server/second-step';
import { startSession } from '@/lib/server/session';

/** Signs somebody in, or leads to their second step, and then to where they were going. */
export async function signInAction(state: FormState | undefined, form: FormData) {
  return answerForm(signInSchema, state, form, async ({ email, password, to }) => {
    const entrance = await entranceHere();
    const result = await signInWithPassword(entrance, email, password, hasSingleSignOn());
    switch (result.is) {
      case 'in':
        await startSession(result.sessionId);
        await rememberDevice(result.personId, entrance.now);
        return afterSignIn(to);
      case 'second step':
        return awaitSecondStep(result, to);
      case 'blocked':
        throw new RuleError({
          '': 'Too many attempts. Wait a quarter of an hour, then try again',
        });
      case 'slowed':
        throw new RuleError({ '': tooManyHere(result.seconds) });
      case 'wrong':
        // One sentence for both, so that it tells nobody which addresses have accounts.
        throw new RuleError({ email: 'Enter a correct email address and password' });
    }
  });
}
