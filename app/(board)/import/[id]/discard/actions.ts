'use server';

import { z } from 'zod';
import { discardUpload } from '@/lib/data/import-uploads';
import type { FormState } from '@/lib/domain/form-state';
import { IMPORT_PATH } from '@/lib/domain/import-path';
import { formAction } from '@/lib/server/form-action';

/** Throws away a file that waits. */
export async function discardAction(id: string, state: FormState | undefined, form: FormData) {
  return formAction(z.object({}), state, form, async (context) => {
    const discarded = await discardUpload(context, id);
    return { to: IMPORT_PATH, done: discarded ? 'import-discarded' : 'nothing' };
  });
}
