'use server';

import { linkLocalAction } from '@/lib/data/local-actions';
import type { FormState } from '@/lib/domain/form-state';
import { itemPath } from '@/lib/domain/item';
import { linkLocalActionSchema } from '@/lib/domain/local-action';
import { formAction } from '@/lib/server/form-action';

/** Says what a local action is linked to. */
export async function linkLocalActionAction(
  reference: string,
  state: FormState | undefined,
  form: FormData,
) {
  return formAction(linkLocalActionSchema, state, form, async (context, value) => {
    await linkLocalAction(context, reference, value);
    return itemPath(reference);
  });
}
