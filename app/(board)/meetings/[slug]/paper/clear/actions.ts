'use server';

import { clearPaper } from '@/lib/data/paper-drafts';
import type { FormState } from '@/lib/domain/form-state';
import { clearSchema } from '@/lib/domain/paper-frame';
import { paperPath } from '@/lib/domain/paper-path';
import { formAction } from '@/lib/server/form-action';

/** Says who cleared the draft of a paper. */
export async function clearPaperAction(slug: string, state: FormState | undefined, form: FormData) {
  return formAction(clearSchema, state, form, async (context, value) => {
    await clearPaper(context, slug, value);
    return paperPath(slug);
  });
}
