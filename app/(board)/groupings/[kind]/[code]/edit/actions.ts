'use server';

import { renameGrouping } from '@/lib/data/groupings';
import type { FormState } from '@/lib/domain/form-state';
import { renameGroupingSchema } from '@/lib/domain/grouping';
import { formAction } from '@/lib/server/form-action';

/** Gives a grouping another name. @param page where it is shown */
export async function renameGroupingAction(
  id: string,
  page: string,
  state: FormState | undefined,
  form: FormData,
) {
  return formAction(renameGroupingSchema, state, form, async (context, value) => {
    await renameGrouping(context, id, value);
    return page;
  });
}
