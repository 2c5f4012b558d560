'use server';

import { changePassword } from '@/lib/data/sign-in';
import type { FormState } from '@/lib/domain/form-state';
import { changePasswordSchema } from '@/lib/domain/sign-in';
import { caller } from '@/lib/server/caller';
import { formAction } from '@/lib/server/form-action';
import { rememberDevice } from '@/lib/server/known-device';
import { sessionId } from '@/lib/server/session';

/** Changes one's own password. */
export async function changePasswordAction(state: FormState | undefined, form: FormData) {
  return formAction(changePasswordSchema, state, form, async (context, value) => {
    const here = (await sessionId()) ?? '';
    await changePassword({ ...context, caller: await caller() }, value, here);
    await rememberDevice(context.actor.id, context.now);
    return { to: '/account', done: 'password-changed' };
  });
}
