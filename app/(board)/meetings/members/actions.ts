'use server';

import { setMembership } from '@/lib/data/membership';
import type { FormState } from '@/lib/domain/form-state';
import { setMembershipSchema } from '@/lib/domain/membership';
import { formAction } from '@/lib/server/form-action';

/** Says that somebody sits on the board, and as what. */
export async function setMembershipAction(state: FormState | undefined, form: FormData) {
  return formAction(setMembershipSchema, state, form, async (context, value) => {
    await setMembership(context, value);
    return '/meetings/members';
  });
}
