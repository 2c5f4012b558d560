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
import { type StepForm, stepSchema } from '@/lib/domain/paper-frame';
import { paperPath } from '@/lib/domain/paper-path';
import { formAction } from '@/lib/server/form-action';

function take(context: Context, slug: string, key: string, form: StepForm): Promise<void> {
  switch (form.step) {
    case 'up':
    case 'down':
      return moveParagraph(context, slug, key, { ...form, by: form.step });
    case 'leave-out':
      return leaveOutParagraph(context, slug, key, form);
    case 'put-back':
      return putBackParagraph(context, slug, key, form);
    case 'restore':
      return restoreParagraph(context, slug, key, form);
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
    await take(context, slug, key, value);
    // What was removed has no place on the page any more: then the notice is at its top.
    return `${paperPath(slug)}?paragraph=${encodeURIComponent(key)}`;
  });
  redirect(`${paperPath(slug)}?not-done=${state.conflict ? 'changed' : 'refused'}`);
}
