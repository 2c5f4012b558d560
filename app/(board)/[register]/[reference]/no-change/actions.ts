'use server';

import { reportNoChange } from '@/lib/data/status-updates';
import type { FormState } from '@/lib/domain/form-state';
import { itemPath } from '@/lib/domain/item';
import { noChangeSchema } from '@/lib/domain/status-update';
import { formAction } from '@/lib/server/form-action';

/** Says that nothing changed and what comes next. */
export async function noChangeAction(
  reference: string,
  state: FormState | undefined,
  form: FormData,
) {
  return formAction(noChangeSchema, state, form, async (context, value) => {
    await reportNoChange(context, reference, value);
    return itemPath(reference);
  });
}
