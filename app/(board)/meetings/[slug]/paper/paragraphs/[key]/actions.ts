'use server';

import { saveParagraph } from '@/lib/data/paper-paragraphs';
import type { FormState } from '@/lib/domain/form-state';
import { paragraphSchema } from '@/lib/domain/paper-frame';
import { paperPath } from '@/lib/domain/paper-path';
import { formAction } from '@/lib/server/form-action';

/** Saves the words of one paragraph of a paper. */
export async function saveParagraphAction(
  slug: string,
  key: string,
  state: FormState | undefined,
  form: FormData,
) {
  return formAction(paragraphSchema, state, form, async (context, value) => {
    await saveParagraph(context, slug, key, value);
    return `${paperPath(slug)}?paragraph=${encodeURIComponent(key)}`;
  });
}
