'use server';

import { setShortTitle } from '@/lib/data/recommendations';
import type { FormState } from '@/lib/domain/form-state';
import { itemPath } from '@/lib/domain/item';
import { setShortTitleSchema } from '@/lib/domain/wording';
import { formAction } from '@/lib/server/form-action';

/** Changes what the board calls a recommendation or a commitment. */
export async function setShortTitleAction(
  reference: string,
  state: FormState | undefined,
  form: FormData,
) {
  return formAction(setShortTitleSchema, state, form, async (context, value) => {
    await setShortTitle(context, reference, value);
    return itemPath(reference);
  });
}
