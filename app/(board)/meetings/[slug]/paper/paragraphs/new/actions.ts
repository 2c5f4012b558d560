'use server';

import { addParagraph } from '@/lib/data/paper-paragraphs';
import type { FormState } from '@/lib/domain/form-state';
import { ownParagraphSchema } from '@/lib/domain/paper-frame';
import { paperPath } from '@/lib/domain/paper-path';
import { formAction } from '@/lib/server/form-action';

/** Adds a paragraph to a paper. */
export async function addParagraphAction(
  slug: string,
  state: FormState | undefined,
  form: FormData,
) {
  return formAction(ownParagraphSchema, state, form, async (context, value) => {
    const key = await addParagraph(context, slug, value);
    return `${paperPath(slug)}?paragraph=${encodeURIComponent(key)}`;
  });
}
