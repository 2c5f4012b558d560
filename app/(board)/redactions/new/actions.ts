'use server';

import { requestRedaction } from '@/lib/data/redactions';
import type { FormState } from '@/lib/domain/form-state';
import { requestRedactionSchema } from '@/lib/domain/redaction';
import { formAction } from '@/lib/server/form-action';
import { mailLater } from '@/lib/server/redaction-mail';

/** Asks for a redaction. */
export async function requestRedactionAction(state: FormState | undefined, form: FormData) {
  return formAction(requestRedactionSchema, state, form, async (context, value) => {
    const id = await requestRedaction(context, value);
    mailLater(context, id, 'asked');
    return `/redactions/${id}`;
  });
}
