'use server';

import { savePaperFront } from '@/lib/data/paper-drafts';
import type { FormState } from '@/lib/domain/form-state';
import { frontSchema } from '@/lib/domain/paper-frame';
import { paperPath } from '@/lib/domain/paper-path';
import { formAction } from '@/lib/server/form-action';

/** Saves the block at the head of a paper. */
export async function saveFrontAction(slug: string, state: FormState | undefined, form: FormData) {
  return formAction(frontSchema, state, form, async (context, value) => {
    await savePaperFront(context, slug, value);
    return paperPath(slug);
  });
}
