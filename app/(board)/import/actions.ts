'use server';

import { createHash } from 'node:crypto';
import { getColumnMemory } from '@/lib/data/import-columns';
import { keepUpload } from '@/lib/data/import-uploads';
import { demandRoom } from '@/lib/data/storage';
import { londonDay } from '@/lib/domain/dates';
import { safeFileName } from '@/lib/domain/evidence-file';
import type { FormState } from '@/lib/domain/form-state';
import { stepPath } from '@/lib/domain/import-path';
import { startSetup, uploadSchema } from '@/lib/domain/import-setup';
import { formAction } from '@/lib/server/form-action';
import { log } from '@/lib/server/log';
import { inTurn } from '@/lib/server/turns';
import { readSpreadsheet } from '@/lib/spreadsheets/read-spreadsheet';

/** Reads a file and keeps what it holds until it is imported, discarded, or a day old. */
export async function uploadAction(state: FormState | undefined, form: FormData) {
  return formAction(uploadSchema, state, form, async (context, value) => {
    const { submissionId, kind, file } = value;
    // Asks for the permission, before a file of anybody's is read.
    const remembered = await getColumnMemory(context, kind);
    await demandRoom(context.db, file.size);
    const bytes = new Uint8Array(await file.arrayBuffer());
    const fileName = safeFileName(file instanceof File ? file.name : '');
    const grid = await inTurn(context, () => readSpreadsheet(bytes, fileName));
    const sourceId = kind === 'recommendations' ? (value.sourceId ?? null) : null;
    const setup = startSetup(grid, { kind, sourceId }, remembered, londonDay(context.now));
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const { id, expired } = await keepUpload(context, {
      submissionId,
      fileName,
      sha256,
      size: bytes.length,
      grid,
      setup,
    });
    if (expired > 0) log.info({ expired }, 'uploads that had waited for a day were deleted');
    return { to: stepPath(id, 'columns') };
  });
}
