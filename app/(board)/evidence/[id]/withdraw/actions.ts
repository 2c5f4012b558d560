'use server';

import { withdrawEvidence } from '@/lib/data/evidence';
import { withdrawEvidenceSchema } from '@/lib/domain/evidence';
import type { FormState } from '@/lib/domain/form-state';
import { itemPath } from '@/lib/domain/item';
import { formAction } from '@/lib/server/form-action';

/** Withdraws evidence; it stays readable, marked as withdrawn. */
export async function withdrawEvidenceAction(
  id: string,
  reference: string,
  state: FormState | undefined,
  form: FormData,
) {
  return formAction(withdrawEvidenceSchema, state, form, async (context, value) => {
    await withdrawEvidence(context, id, value);
    return itemPath(reference);
  });
}
