'use server';

import { agreeRedaction, declineRedaction } from '@/lib/data/redactions';
import type { FormState } from '@/lib/domain/form-state';
import { agreeRedactionSchema, declineRedactionSchema } from '@/lib/domain/redaction';
import { formAction } from '@/lib/server/form-action';
import { mailLater } from '@/lib/server/redaction-mail';

/** Agrees to a redaction, and carries it out. */
export async function agreeRedactionAction(
  id: string,
  state: FormState | undefined,
  form: FormData,
) {
  return formAction(agreeRedactionSchema, state, form, async (context, value) => {
    await agreeRedaction(context, id, value);
    mailLater(context, id, 'answered');
    return `/redactions/${id}`;
  });
}

/** Declines a request, or withdraws one's own. */
export async function declineRedactionAction(
  id: string,
  state: FormState | undefined,
  form: FormData,
) {
  return formAction(declineRedactionSchema, state, form, async (context, value) => {
    await declineRedaction(context, id, value);
    mailLater(context, id, 'answered');
    return `/redactions/${id}`;
  });
}
