'use server';

import { applyImport } from '@/lib/data/imports';
import { ConflictError } from '@/lib/domain/errors';
import type { FormState } from '@/lib/domain/form-state';
import { resultsPath, stepPath } from '@/lib/domain/import-path';
import { readImport } from '@/lib/domain/import-reading';
import { applySchema, exportedAt, isChosen } from '@/lib/domain/import-setup';
import { formAction } from '@/lib/server/form-action';
import { readingOfFile, waitingFile } from '@/lib/server/import-page';

/** Imports the rows that were chosen, all of them or none. */
export async function applyAction(id: string, state: FormState | undefined, form: FormData) {
  return formAction(applySchema, state, form, async (context, value) => {
    const upload = await waitingFile(context, id);
    const reading = await readingOfFile(context, upload);
    const rows = reading.rows.filter((row) => isChosen(row, upload.setup)).map(({ row }) => row);
    try {
      const form = { ...value, uploadId: id, rows };
      const importId = await applyImport(context, form, { exportedAt, readImport });
      return resultsPath(importId);
    } catch (error) {
      // What was agreed to is no longer what would be done: the rows are looked at anew.
      if (error instanceof ConflictError) return { to: `${stepPath(id, 'rows')}?moved=yes` };
      throw error;
    }
  });
}
