'use server';

import { makeRecoveryCodes } from '@/lib/data/second-step';
import { RuleError } from '@/lib/domain/errors';
import type { FormState } from '@/lib/domain/form-state';
import { secondStepContext } from '@/lib/server/second-step';
import { signedIn } from '@/lib/server/session';

/** Makes new recovery codes and shows them, this once. */
export async function makeRecoveryCodesAction(state: FormState | undefined): Promise<FormState> {
  const { actor } = await signedIn();
  const attempt = (state?.attempt ?? 0) + 1;
  try {
    const shown = await makeRecoveryCodes({ ...(await secondStepContext()), actor });
    return { attempt, values: {}, errors: {}, shown };
  } catch (error) {
    if (!(error instanceof RuleError)) throw error;
    return { attempt, values: {}, errors: { '': [error.message] } };
  }
}
