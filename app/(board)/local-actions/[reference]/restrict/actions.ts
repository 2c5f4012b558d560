'use server';

import { restrictItem } from '@/lib/data/restrictions';
import type { FormState } from '@/lib/domain/form-state';
import { itemPath } from '@/lib/domain/item';
import { restrictSchema } from '@/lib/domain/restriction';
import { formAction } from '@/lib/server/form-action';

/** Restricts a local action. */
export async function restrictItemAction(
  reference: string,
  state: FormState | undefined,
  form: FormData,
) {
  return formAction(restrictSchema, state, form, async (context, value) => {
    await restrictItem(context, reference, value);
    return itemPath(reference);
  });
}
