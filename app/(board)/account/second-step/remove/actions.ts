'use server';

import { removeSecondStep } from '@/lib/data/second-step';
import type { FormState } from '@/lib/domain/form-state';
import { codeSchema } from '@/lib/domain/sign-in';
import { formAction } from '@/lib/server/form-action';
import { secondStepContext } from '@/lib/server/second-step';

/** Takes one's own second step away. */
export async function removeSecondStepAction(state: FormState | undefined, form: FormData) {
  return formAction(codeSchema, state, form, async ({ actor }, { code }) => {
    await removeSecondStep({ ...(await secondStepContext()), signedIn: true, actor }, code);
    return { to: '/account', done: 'second-step-removed' };
  });
}
