'use server';

import { inviteKnown } from '@/lib/data/invitations';
import { inviteKnownSchema } from '@/lib/domain/access';
import type { FormState } from '@/lib/domain/form-state';
import { formAction } from '@/lib/server/form-action';
import { handLink } from '@/lib/server/link-action';
import { acting } from '@/lib/server/person-page';

/** Invites somebody who is known. */
export async function inviteKnownAction(id: string, state: FormState | undefined, form: FormData) {
  return formAction(inviteKnownSchema, state, form, async (context, value) => {
    return handLink(await inviteKnown(await acting(context), id, value), 0);
  });
}
