'use server';

import { restoreGrouping } from '@/lib/data/groupings';
import type { FormState } from '@/lib/domain/form-state';
import { retireGroupingSchema } from '@/lib/domain/grouping';
import { formAction } from '@/lib/server/form-action';

/** Takes a retired grouping up again. @param page where it is shown */
export async function restoreGroupingAction(
  id: string,
  page: string,
  state: FormState | undefined,
  form: FormData,
) {
  return formAction(retireGroupingSchema, state, form, async (context, value) => {
    await restoreGrouping(context, id, value);
    return page;
  });
}
