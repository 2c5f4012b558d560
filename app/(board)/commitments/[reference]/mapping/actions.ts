'use server';

import { mapCommitment } from '@/lib/data/mapping';
import type { FormState } from '@/lib/domain/form-state';
import { itemPath } from '@/lib/domain/item';
import { mapCommitmentSchema } from '@/lib/domain/mapping';
import { formAction } from '@/lib/server/form-action';

/** Says which recommendations a commitment answers, and how closely. */
export async function mapCommitmentAction(
  reference: string,
  state: FormState | undefined,
  form: FormData,
) {
  return formAction(mapCommitmentSchema, state, form, async (context, value) => {
    await mapCommitment(context, reference, value);
    return itemPath(reference);
  });
}
