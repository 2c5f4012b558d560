'use server';

import { addSource } from '@/lib/data/sources';
import type { FormState } from '@/lib/domain/form-state';
import { addSourceSchema, sourcePath } from '@/lib/domain/source';
import { formAction } from '@/lib/server/form-action';

/** Adds a source. */
export async function addSourceAction(state: FormState | undefined, form: FormData) {
  return formAction(addSourceSchema, state, form, async (context, value) => {
    return sourcePath(await addSource(context, value));
  });
}
