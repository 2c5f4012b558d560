'use server';

import { editSource } from '@/lib/data/sources';
import type { FormState } from '@/lib/domain/form-state';
import { editSourceSchema, sourcePath } from '@/lib/domain/source';
import { formAction } from '@/lib/server/form-action';

/** Puts right what a source is called. */
export async function editSourceAction(
  prefix: string,
  state: FormState | undefined,
  form: FormData,
) {
  return formAction(editSourceSchema, state, form, async (context, value) => {
    await editSource(context, prefix, value);
    return sourcePath(prefix);
  });
}
