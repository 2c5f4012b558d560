'use server';

import { withdrawQuestion } from '@/lib/data/questions';
import type { FormState } from '@/lib/domain/form-state';
import { itemPath } from '@/lib/domain/item';
import { withdrawQuestionSchema } from '@/lib/domain/question';
import { formAction } from '@/lib/server/form-action';

/** Takes back what nobody has answered. */
export async function withdrawQuestionAction(
  reference: string,
  state: FormState | undefined,
  form: FormData,
) {
  return formAction(withdrawQuestionSchema, state, form, async (context, value) => {
    await withdrawQuestion(context, reference, value);
    return itemPath(reference);
  });
}
