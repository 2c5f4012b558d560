'use server';

import { makeRecoveryCodes } from '@/lib/data/second-step';
import type { FormState } from '@/lib/domain/form-state';
import { recoveryCodesSchema } from '@/lib/domain/sign-in';
import { formAction } from '@/lib/server/form-action';
import { secondStepContext } from '@/lib/server/second-step';

/** Makes new recovery codes and shows them, this once. */
export async function makeRecoveryCodesAction(state: FormState | undefined, form: FormData) {
  return formAction(recoveryCodesSchema, state, form, async ({ actor }, { code }) => {
    const shown = await makeRecoveryCodes(
      { ...(await secondStepContext()), signedIn: true, actor },
      code,
    );
    return { attempt: 0, values: {}, errors: {}, shown };
  });
}
