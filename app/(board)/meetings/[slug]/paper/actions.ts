'use server';

import { redirect } from 'next/navigation';
import type { Context } from '@/lib/data/context';
import {
  leaveOutParagraph,
  moveParagraph,
  putBackParagraph,
  restoreParagraph,
} from '@/lib/data/paper-paragraphs';
import type { FormState } from '@/lib/domain/form-state';
import { isOwn, type StepForm, stepSchema } from '@/lib/domain/paper-frame';
import { paperPath, paragraphAnchor } from '@/lib/domain/paper-path';
import { formAction } from '@/lib/server/form-action';

/** Takes the step. @returns the notice to show */
async function take(context: Context, slug: string, key: string, form: StepForm): Promise<string> {
  switch (form.step) {
    case 'up':
    case 'down':
      await moveParagraph(context, slug, key, { ...form, by: form.step });
      return 'paper-moved';
    case 'leave-out':
      await leaveOutParagraph(context, slug, key, form);
      return 'paper-left-out';
    case 'put-back':
      await putBackParagraph(context, slug, key, form);
      return 'paper-put-back';
    case 'restore':
      await restoreParagraph(context, slug, key, form);
      return isOwn(key) ? 'paper-removed' : 'paper-restored';
  }
}

/**
 * What a button of a paragraph does at once. Nothing was typed, so what somebody else saved
 * meanwhile needs no form to come back to: the page shows it.
 */
export async function stepAction(
  slug: string,
  key: string,
  before: FormState | undefined,
  form: FormData,
): Promise<never> {
  const state = await formAction(stepSchema, before, form, async (context, value) => {
    const done = await take(context, slug, key, value);
    // What was removed has no place on the page any more.
    return done === 'paper-removed'
      ? `${paperPath(slug)}?done=${done}`
      : `${paperPath(slug)}?done=${done}&paragraph=${encodeURIComponent(key)}#${paragraphAnchor(key)}`;
  });
  redirect(`${paperPath(slug)}?not-done=${state.conflict ? 'changed' : 'refused'}`);
}
