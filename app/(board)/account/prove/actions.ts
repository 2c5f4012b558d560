'use server';

import { proveByPassword } from '@/lib/data/proof';
import type { FormState } from '@/lib/domain/form-state';
import { innerAddress } from '@/lib/domain/inner-address';
import { proofSchema } from '@/lib/domain/sign-in';
import { formAction } from '@/lib/server/form-action';
import { secondStepContext } from '@/lib/server/second-step';
import { sessionId } from '@/lib/server/session';

/** Takes the reader's password for a fresh proof of who they are, and leads back. */
export async function proveAction(state: FormState | undefined, form: FormData) {
  return formAction(proofSchema, state, form, async ({ actor }, { password, code, to }) => {
    const here = (await sessionId()) ?? '';
    await proveByPassword({ ...(await secondStepContext()), actor }, here, { password, code });
    return { to: innerAddress(to) };
  });
}
