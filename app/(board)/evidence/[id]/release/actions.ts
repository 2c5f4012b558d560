'use server';

import { releaseEvidence } from '@/lib/data/restrictions';
import type { FormState } from '@/lib/domain/form-state';
import { itemPath } from '@/lib/domain/item';
import { releaseSchema } from '@/lib/domain/restriction';
import { formAction } from '@/lib/server/form-action';

/** Releases a piece of evidence. */
export async function releaseEvidenceAction(
  id: string,
  reference: string,
  state: FormState | undefined,
  form: FormData,
) {
  return formAction(releaseSchema, state, form, async (context, value) => {
    await releaseEvidence(context, id, value);
    return itemPath(reference);
  });
}
