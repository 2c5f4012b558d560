'use server';

import { answerQuestion } from '@/lib/data/questions';
import type { FormState } from '@/lib/domain/form-state';
import { itemPath } from '@/lib/domain/item';
import { answerQuestionSchema } from '@/lib/domain/question';
import { formAction } from '@/lib/server/form-action';

/** Answers a question, or corrects its answer. */
export async function answerQuestionAction(
  reference: string,
  state: FormState | undefined,
  form: FormData,
) {
  return formAction(answerQuestionSchema, state, form, async (context, value) => {
    await answerQuestion(context, reference, value);
    return itemPath(reference);
  });
}
