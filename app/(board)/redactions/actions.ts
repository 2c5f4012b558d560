'use server';

import { putAwayRedactionNote } from '@/lib/data/redaction-notes';
import type { FormState } from '@/lib/domain/form-state';
import { putAwaySchema } from '@/lib/domain/redaction-note';
import { formAction } from '@/lib/server/form-action';

/** Puts away what the dashboard says of a redaction. */
export async function putAwayAction(state: FormState | undefined, form: FormData) {
  return formAction(putAwaySchema, state, form, async (context, value) => {
    await putAwayRedactionNote(context, value);
    return { to: '/', done: 'put-away' };
  });
}
