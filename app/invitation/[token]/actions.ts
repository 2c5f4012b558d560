'use server';

import { acceptInvitation } from '@/lib/data/sessions';
import { NotFoundError, RuleError } from '@/lib/domain/errors';
import type { FormState } from '@/lib/domain/form-state';
import { choosePasswordSchema } from '@/lib/domain/people';
import { database } from '@/lib/server/database';
import { answerForm } from '@/lib/server/form-action';
import { signOutHere } from '@/lib/server/session';

/** Uses an invitation up and sets the password. Nothing before this uses it up. */
export async function choosePasswordAction(
  token: string,
  state: FormState | undefined,
  form: FormData,
) {
  return answerForm(choosePasswordSchema, state, form, async ({ password }) => {
    try {
      await acceptInvitation({ db: database(), now: new Date() }, token, password);
    } catch (error) {
      if (!(error instanceof NotFoundError)) throw error;
      throw new RuleError({ '': 'This link has been used or is too old. Ask for a new one.' });
    }
    // Whoever sat here before is not the person who was invited.
    await signOutHere();
    return '/sign-in?done=password';
  });
}
