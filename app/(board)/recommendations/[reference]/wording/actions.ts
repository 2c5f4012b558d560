'use server';

import { editRecommendation } from '@/lib/data/recommendations';
import type { FormState } from '@/lib/domain/form-state';
import { itemPath } from '@/lib/domain/item';
import { editRecommendationSchema } from '@/lib/domain/wording';
import { formAction } from '@/lib/server/form-action';

/** Puts right the words of a recommendation that was copied by hand. */
export async function editRecommendationAction(
  reference: string,
  state: FormState | undefined,
  form: FormData,
) {
  return formAction(editRecommendationSchema, state, form, async (context, value) => {
    await editRecommendation(context, reference, value);
    return itemPath(reference);
  });
}
