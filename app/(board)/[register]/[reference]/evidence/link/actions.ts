'use server';

import { addEvidenceLink } from '@/lib/data/evidence';
import { addLinkSchema } from '@/lib/domain/evidence';
import type { FormState } from '@/lib/domain/form-state';
import { itemPath } from '@/lib/domain/item';
import { formAction } from '@/lib/server/form-action';

/** Adds a link as evidence. */
export async function addLinkAction(
  reference: string,
  state: FormState | undefined,
  form: FormData,
) {
  return formAction(addLinkSchema, state, form, async (context, value) => {
    await addEvidenceLink(context, reference, value);
    return itemPath(reference);
  });
}
