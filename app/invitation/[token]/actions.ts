'use server';

import type { FormState } from '@/lib/domain/form-state';
import { answerLink } from '@/lib/server/access-link';

/** Uses an invitation up and sets the password. */
export async function choosePasswordAction(
  token: string,
  state: FormState | undefined,
  form: FormData,
) {
  return answerLink(token, state, form);
}
