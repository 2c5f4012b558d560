'use server';

import { linkRefusal } from '@/components/people/refusal';
import { makeLinkAgain } from '@/lib/data/invitations';
import { getPerson } from '@/lib/data/people-view';
import { RuleError } from '@/lib/domain/errors';
import { submission } from '@/lib/domain/fields';
import type { FormState } from '@/lib/domain/form-state';
import { formAction } from '@/lib/server/form-action';
import { handLink } from '@/lib/server/link-action';
import { acting } from '@/lib/server/person-page';
import { waysInHere } from '@/lib/server/ways-in';

/** Makes a new link to choose a password. */
export async function makeLinkAction(id: string, state: FormState | undefined, form: FormData) {
  return formAction(submission, state, form, async (context, value) => {
    const { passwords } = await waysInHere();
    const refused = linkRefusal(await getPerson(context, id), passwords);
    if (refused) throw new RuleError({ '': refused });
    return handLink(await makeLinkAgain(await acting(context), id, value), 0);
  });
}
