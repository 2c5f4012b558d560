'use server';

import { withdrawProposal } from '@/lib/data/proposals';
import type { FormState } from '@/lib/domain/form-state';
import { itemPath } from '@/lib/domain/item';
import { withdrawProposalSchema } from '@/lib/domain/proposal';
import { formAction } from '@/lib/server/form-action';

/** Takes back what has not been decided. */
export async function withdrawProposalAction(
  reference: string,
  state: FormState | undefined,
  form: FormData,
) {
  return formAction(withdrawProposalSchema, state, form, async (context, value) => {
    await withdrawProposal(context, reference, value);
    return itemPath(reference);
  });
}
