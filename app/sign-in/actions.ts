'use server';

import { RuleError } from '@/lib/domain/errors';
import type { FormState } from '@/lib/domain/form-state';
import { signInSchema } from '@/lib/domain/people';
import { answerForm } from '@/lib/server/form-action';
import { innerAddress, signInWithPassword } from '@/lib/server/session';

/** Signs somebody in and takes them where they were going. */
export async function signInAction(state: FormState | undefined, form: FormData) {
  return answerForm(signInSchema, state, form, async ({ email, password, to }) => {
    if (!(await signInWithPassword(email, password))) {
      // One sentence for both, so that it tells nobody which addresses have accounts.
      throw new RuleError({ email: 'Enter a correct email address and password' });
    }
    return innerAddress(to);
  });
}
