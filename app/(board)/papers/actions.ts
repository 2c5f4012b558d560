'use server';

import type { FormState } from '@/lib/domain/form-state';
import { identifySchema } from '@/lib/domain/paper-issue';
import { fileHash } from '@/lib/server/file-hash';
import { formAction } from '@/lib/server/form-action';

/** Leads on to what is known of a file, by its hash; the file is not kept. */
export async function identifyAction(state: FormState | undefined, form: FormData) {
  return formAction(identifySchema, state, form, async (_context, { file }) => {
    return { to: `/papers?sha256=${await fileHash(file)}` };
  });
}
