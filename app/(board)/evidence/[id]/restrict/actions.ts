'use server';

import { restrictEvidence } from '@/lib/data/restrictions';
import type { FormState } from '@/lib/domain/form-state';
import { itemPath } from '@/lib/domain/item';
import { restrictSchema } from '@/lib/domain/restriction';
import { formAction } from '@/lib/server/form-action';

/** Restricts a piece of evidence. */
export async function restrictEvidenceAction(
  id: string,
  reference: string,
  state: FormState | undefined,
  form: FormData,
) {
  return formAction(restrictSchema, state, form, async (context, value) => {
    await restrictEvidence(context, id, value);
    return itemPath(reference);
  });
}
