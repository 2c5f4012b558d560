'use server';

import { retireGrouping } from '@/lib/data/groupings';
import type { FormState } from '@/lib/domain/form-state';
import { retireGroupingSchema } from '@/lib/domain/grouping';
import { formAction } from '@/lib/server/form-action';

/** Retires a grouping. @param page where it is shown */
export async function retireGroupingAction(
  id: string,
  page: string,
  state: FormState | undefined,
  form: FormData,
) {
  return formAction(retireGroupingSchema, state, form, async (context, value) => {
    await retireGrouping(context, id, value);
    return page;
  });
}
