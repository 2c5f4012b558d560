'use server';

import { mapRecommendation } from '@/lib/data/mapping';
import type { FormState } from '@/lib/domain/form-state';
import { itemPath } from '@/lib/domain/item';
import { mapRecommendationSchema } from '@/lib/domain/mapping';
import { formAction } from '@/lib/server/form-action';

/** Says what a recommendation belongs to. */
export async function mapRecommendationAction(
  reference: string,
  state: FormState | undefined,
  form: FormData,
) {
  return formAction(mapRecommendationSchema, state, form, async (context, value) => {
    await mapRecommendation(context, reference, value);
    return itemPath(reference);
  });
}
