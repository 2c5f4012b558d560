'use server';

import { redirect } from 'next/navigation';
import { restoreHeadline, savePrintedHeadline } from '@/lib/data/paper-drafts';
import type { FormState } from '@/lib/domain/form-state';
import { headlineSchema, paragraphStepSchema } from '@/lib/domain/paper-frame';
import { paperPath } from '@/lib/domain/paper-path';
import { formAction } from '@/lib/server/form-action';

const listOf = (slug: string) => `${paperPath(slug)}/headlines`;

/** Words the headline of an item for the paper. */
export async function saveHeadlineAction(
  slug: string,
  reference: string,
  state: FormState | undefined,
  form: FormData,
) {
  return formAction(headlineSchema, state, form, async (context, value) => {
    await savePrintedHeadline(context, slug, reference, value);
    return `${listOf(slug)}?done=paper-headline`;
  });
}

/** Prints it as the register has it again. */
export async function restoreHeadlineAction(
  slug: string,
  reference: string,
  before: FormState | undefined,
  form: FormData,
): Promise<never> {
  const state = await formAction(paragraphStepSchema, before, form, async (context, value) => {
    await restoreHeadline(context, slug, reference, value);
    return `${listOf(slug)}?done=paper-headline-restored`;
  });
  redirect(`${paperPath(slug)}?not-done=${state.conflict ? 'changed' : 'refused'}`);
}
