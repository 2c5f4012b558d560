'use server';

import { arrangeRecommendations } from '@/lib/data/arrangement';
import { arrangeRecommendationsSchema } from '@/lib/domain/arrangement';
import type { FormState } from '@/lib/domain/form-state';
import { START_PATH } from '@/lib/domain/start';
import { formAction } from '@/lib/server/form-action';

/** Sets our role, owner and lead of recommendations. */
export async function arrangeRecommendationsAction(state: FormState | undefined, form: FormData) {
  return formAction(arrangeRecommendationsSchema, state, form, async (context, value) => {
    await arrangeRecommendations(context, value);
    return START_PATH;
  });
}
