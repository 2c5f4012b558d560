'use server';

import { addGrouping } from '@/lib/data/groupings';
import type { FormState } from '@/lib/domain/form-state';
import { addGroupingSchema } from '@/lib/domain/grouping';
import { formAction } from '@/lib/server/form-action';

/** Adds a theme, key area, strategy priority or objective. */
export async function addGroupingAction(state: FormState | undefined, form: FormData) {
  return formAction(addGroupingSchema, state, form, async (context, value) => {
    await addGrouping(context, value);
    return '/groupings';
  });
}
