import { randomUUID } from 'node:crypto';
import type { Context } from '@/lib/data/context';
import { getImportFacts } from '@/lib/data/import-facts';
import { fingerprintOf } from '@/lib/data/import-fingerprint';
import { keepUpload } from '@/lib/data/import-uploads';
import { getUpload } from '@/lib/data/import-uploads-view';
import { type ApplyImport, applyImport, type Understanding } from '@/lib/data/imports';
import type { Grid } from '@/lib/domain/import-grid';
import type {
  ImportFacts,
  ImportKind,
  ImportReading,
  ImportSetup,
  PreviewRow,
  RowWrite,
} from '@/lib/domain/import-model';

/** What a row of a made-up file asks for, and the number of the item that it was written for. */
export interface Asks extends Partial<RowWrite> {
  number?: number;
}

/** A file whose cells hold what its rows ask for, as JSON. */
function gridOfAsks(asks: readonly Asks[]): Grid {
  const rows = asks.map((one) => [{ text: JSON.stringify(one) }]);
  return { format: 'csv', sheets: [{ name: '', hidden: false, rows, merged: [] }] };
}

function preview(asks: Asks, row: number, facts: ImportFacts): PreviewRow {
  const { number, ...more } = asks;
  const write: RowWrite = { reference: null, wording: {}, notes: [], ...more };
  const item = facts.items.find(({ reference }) => reference === write.reference);
  const known = { row, reference: write.reference, title: '', changes: [], remarks: [] };
  if (write.reference !== null && !item) {
    const problems = [{ cell: 'A1', message: `There is no ${write.reference}` }];
    return { ...known, state: 'wrong', problems, write: null };
  }
  const stale = number !== undefined && item?.number !== number;
  const state = write.reference === null ? 'new' : stale ? 'stale' : 'changed';
  return { ...known, state, problems: [], write };
}

/** Takes such a file at its word. */
export const literal: Understanding = {
  exportedAt: () => null,
  readImport(grid, _, facts): ImportReading {
    const rows = (grid.sheets[0]?.rows ?? []).map((cells, row) =>
      preview(JSON.parse(cells[0]?.text ?? '{}'), row, facts),
    );
    const count = (state: PreviewRow['state']) => rows.filter((row) => row.state === state).length;
    return {
      questions: [],
      rows,
      counts: {
        new: count('new'),
        changed: count('changed'),
        unchanged: 0,
        stale: count('stale'),
        wrong: count('wrong'),
      },
    };
  },
};

export function setupFor(kind: ImportKind, sourceId: string | null = null): ImportSetup {
  const table = { sheet: '', headerTop: 0, headerBottom: 0, last: 0 };
  return { kind, sourceId, table, columns: [], answers: {}, reversed: [] };
}

/** Uploads such a file. @returns its id */
export async function upload(
  context: Context,
  asks: readonly Asks[],
  setup = setupFor('local_actions'),
  fileName = 'action-log.xlsx',
): Promise<string> {
  const { id } = await keepUpload(context, {
    submissionId: randomUUID(),
    fileName,
    sha256: 'a'.repeat(64),
    size: 1234,
    grid: gridOfAsks(asks),
    setup,
  });
  return id;
}

/** The form of its preview with every row chosen that can be. */
export async function previewForm(context: Context, uploadId: string): Promise<ApplyImport> {
  const { grid, setup, version } = await getUpload(context, uploadId);
  if (!grid) throw new Error('It was applied.');
  const { rows } = literal.readImport(grid, setup, await getImportFacts(context, setup, null));
  return {
    submissionId: randomUUID(),
    uploadId,
    basedOn: version,
    rows: rows.flatMap(({ row, write }) => (write ? [row] : [])),
    fingerprint: fingerprintOf(rows),
  };
}

const DRAWN = new Map<string, Promise<ApplyImport>>();

/** The form of a file that adds one local action: the same for the same id and words. */
export async function formOnce(
  context: Context,
  submissionId: string,
  words: string,
): Promise<ApplyImport> {
  const asks = [{ wording: { shortTitle: words, text: words } }];
  const draw = async () => previewForm(context, await upload(context, asks));
  const drawn = DRAWN.get(submissionId + words) ?? draw();
  DRAWN.set(submissionId + words, drawn);
  return { ...(await drawn), submissionId };
}

/** Uploads, previews and applies at once. @returns the id of the import */
export async function importAsks(
  context: Context,
  asks: readonly Asks[],
  setup = setupFor('local_actions'),
  fileName?: string,
): Promise<string> {
  const form = await previewForm(context, await upload(context, asks, setup, fileName));
  return applyImport(context, form, literal);
}
