'use server';

import { invitePerson } from '@/lib/data/invitations';
import { invitePersonSchema } from '@/lib/domain/access';
import type { FormState } from '@/lib/domain/form-state';
import { formAction } from '@/lib/server/form-action';
import { handLink } from '@/lib/server/link-action';
import { acting } from '@/lib/server/person-page';

/** Invites somebody who was not known. */
export async function invitePersonAction(state: FormState | undefined, form: FormData) {
  return formAction(invitePersonSchema, state, form, async (context, value) => {
    return handLink(await invitePerson(await acting(context), value), 0);
  });
}
