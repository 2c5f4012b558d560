'use server';

import type { FormState } from '@/lib/domain/form-state';
import { answerLink } from '@/lib/server/access-link';

/** Uses a link for a new password up and sets it. */
export async function resetPasswordAction(
  token: string,
  state: FormState | undefined,
  form: FormData,
) {
  return answerLink(token, state, form);
}
