'use server';

import { addRecommendation } from '@/lib/data/recommendations';
import type { FormState } from '@/lib/domain/form-state';
import { itemPath } from '@/lib/domain/item';
import { addRecommendationSchema } from '@/lib/domain/source';
import { formAction } from '@/lib/server/form-action';

/** Copies a recommendation of a source into the register. */
export async function addRecommendationAction(
  prefix: string,
  state: FormState | undefined,
  form: FormData,
) {
  return formAction(addRecommendationSchema, state, form, async (context, value) => {
    return itemPath(await addRecommendation(context, prefix, value));
  });
}
