'use server';

import { createHash } from 'node:crypto';
import type { FormState } from '@/lib/domain/form-state';
import { identifySchema } from '@/lib/domain/paper-issue';
import { formAction } from '@/lib/server/form-action';

/** Leads on to what is known of a file, by its hash; the file is not kept. */
export async function identifyAction(state: FormState | undefined, form: FormData) {
  return formAction(identifySchema, state, form, async (_context, { file }) => {
    const bytes = new Uint8Array(await file.arrayBuffer());
    return `/papers?sha256=${createHash('sha256').update(bytes).digest('hex')}`;
  });
}
