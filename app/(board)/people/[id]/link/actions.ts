'use server';

import { makeLinkAgain } from '@/lib/data/invitations';
import { submission } from '@/lib/domain/fields';
import type { FormState } from '@/lib/domain/form-state';
import { formAction } from '@/lib/server/form-action';
import { handLink } from '@/lib/server/link-action';
import { acting } from '@/lib/server/person-page';

/** Makes a new link to choose a password. */
export async function makeLinkAction(id: string, state: FormState | undefined, form: FormData) {
  return formAction(submission, state, form, async (context, value) => {
    return handLink(await makeLinkAgain(await acting(context), id, value), 0);
  });
}
