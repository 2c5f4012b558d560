'use server';

import { releaseItem } from '@/lib/data/restrictions';
import type { FormState } from '@/lib/domain/form-state';
import { itemPath } from '@/lib/domain/item';
import { releaseSchema } from '@/lib/domain/restriction';
import { formAction } from '@/lib/server/form-action';

/** Releases a local action. */
export async function releaseItemAction(
  reference: string,
  state: FormState | undefined,
  form: FormData,
) {
  return formAction(releaseSchema, state, form, async (context, value) => {
    await releaseItem(context, reference, value);
    return itemPath(reference);
  });
}
