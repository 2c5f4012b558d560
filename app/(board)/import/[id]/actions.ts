'use server';

import { changeSetup } from '@/lib/data/import-uploads';
import type { FormState } from '@/lib/domain/form-state';
import { stepPath } from '@/lib/domain/import-path';
import { chooseRows, rowsSchema } from '@/lib/domain/import-setup';
import { formAction } from '@/lib/server/form-action';
import { readingOfFile, waitingFile } from '@/lib/server/import-page';

/**
 * Keeps which rows of a page are to be imported, and leads on.
 * @param back the page of rows they stand on, where there are others
 */
export async function rowsAction(
  id: string,
  back: string | null,
  state: FormState | undefined,
  form: FormData,
) {
  return formAction(rowsSchema, state, form, async (context, { basedOn, ...ticked }) => {
    const upload = await waitingFile(context, id);
    const { rows } = await readingOfFile(context, upload);
    const setup = chooseRows(upload.setup, rows, ticked);
    await changeSetup(context, { uploadId: id, basedOn, setup, remember: [] });
    if (back === null) return { to: stepPath(id, 'apply') };
    // Bound by us, but sent by a browser: it leads nowhere else.
    const path = stepPath(id, 'rows');
    const page = back.startsWith(`${path}?`) ? back : path;
    return { to: page, done: 'rows-chosen' };
  });
}
