'use server';

import { getColumnMemory } from '@/lib/data/import-columns';
import { changeSetup } from '@/lib/data/import-uploads';
import { londonDay } from '@/lib/domain/dates';
import type { FormState } from '@/lib/domain/form-state';
import { stepPath } from '@/lib/domain/import-path';
import {
  choicesToRemember,
  columnsSchema,
  moveTable,
  settleColumns,
  tableSchema,
} from '@/lib/domain/import-setup';
import { formAction } from '@/lib/server/form-action';
import { readingOfFile, waitingFile } from '@/lib/server/import-page';

/** Reads the table from another sheet or row of the file. */
export async function tableAction(id: string, state: FormState | undefined, form: FormData) {
  return formAction(tableSchema, state, form, async (context, value) => {
    const { grid, setup } = await waitingFile(context, id);
    const remembered = await getColumnMemory(context, setup.kind);
    const table = {
      sheet: value.sheet,
      headerTop: value.headerTop - 1,
      headerBottom: value.headerBottom - 1,
      last: value.last - 1,
    };
    await changeSetup(context, {
      uploadId: id,
      basedOn: value.basedOn,
      setup: moveTable(grid, setup, table, remembered, londonDay(context.now)),
      remember: [],
    });
    return { to: stepPath(id, 'columns') };
  });
}

/** Settles what each column is, and remembers what was changed of the guess. */
export async function columnsAction(id: string, state: FormState | undefined, form: FormData) {
  return formAction(columnsSchema, state, form, async (context, { basedOn, columns }) => {
    const { grid, setup } = await waitingFile(context, id);
    const settled = settleColumns(setup, columns);
    await changeSetup(context, {
      uploadId: id,
      basedOn,
      setup: settled,
      remember: choicesToRemember(grid, setup, settled),
    });
    const { questions } = await readingOfFile(context, { grid, setup: settled });
    return { to: stepPath(id, questions.length > 0 ? 'questions' : 'rows') };
  });
}
