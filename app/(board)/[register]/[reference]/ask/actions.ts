'use server';

import { askQuestion } from '@/lib/data/questions';
import type { FormState } from '@/lib/domain/form-state';
import { itemPath } from '@/lib/domain/item';
import { askQuestionSchema } from '@/lib/domain/question';
import { formAction } from '@/lib/server/form-action';

/** Asks the owner of an item a question. */
export async function askQuestionAction(
  reference: string,
  state: FormState | undefined,
  form: FormData,
) {
  return formAction(askQuestionSchema, state, form, async (context, value) => {
    await askQuestion(context, reference, value);
    return itemPath(reference);
  });
}
