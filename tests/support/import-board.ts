import { randomUUID } from 'node:crypto';
import type { Context } from '@/lib/data/context';
import { getImportFacts } from '@/lib/data/import-facts';
import { fingerprintOf } from '@/lib/data/import-fingerprint';
import { keepUpload } from '@/lib/data/import-uploads';
import { applyImport } from '@/lib/data/imports';
import { exportRegister } from '@/lib/data/register-export';
import { londonDay } from '@/lib/domain/dates';
import type { Grid, GridCell } from '@/lib/domain/import-grid';
import type { ColumnUse, ImportField, ImportReading, ImportSetup } from '@/lib/domain/import-model';
import { readImport } from '@/lib/domain/import-reading';
import { exportedAt, startSetup } from '@/lib/domain/import-setup';
import type { ExportFormat } from '@/lib/domain/register-export';
import { tableCsv } from '@/lib/spreadsheets/csv';
import { readSpreadsheet } from '@/lib/spreadsheets/read-spreadsheet';
import { registerWorkbook } from '@/lib/spreadsheets/register-workbook';
import { registerQuery } from './reads';
import { HOSTILE as OF_FORMATS } from './varied-paper';

const FIELDS: readonly ImportField[] = [
  'yourReference',
  'shortTitle',
  'text',
  'due',
  'rag',
  'headline',
  'words',
  'recovery',
];
/** With text that programs take for something else when they open or save a file. */
const HOSTILE = [
  ...OF_FORMATS,
  "'tis the season",
  "''twice",
  'literally _x0041_',
  'a "quoted", comma; and | pipe',
  'one\n\n\tthree',
  '31/3/27',
  '2027-03-31',
  '007',
  '1e5',
  '100%',
  'TRUE',
  '#REF!',
  'Total',
  'Complete',
  'n/a',
  '-',
] as const;
const LONG = 'Four thousand characters, “quoted”, and\n\ta second line; '.repeat(80).slice(0, 3900);
const at = <T>(values: readonly T[], index: number): T => values[index % values.length] as T;

/** A board of so many local actions with text that means something to spreadsheets, by an import. */
export async function importHostileBoard(context: Context, count: number): Promise<void> {
  const text = (value: string): GridCell => ({ text: value });
  const rows = Array.from({ length: count }, (_, index) => {
    const odd = at(HOSTILE, index).slice(0, 100);
    const day = `2027-${String(1 + (index % 12)).padStart(2, '0')}-${String(1 + (index % 28)).padStart(2, '0')}`;
    return [
      text(`=${index + 1}`),
      text(`${odd} ${index + 1}`),
      text(index % 50 === 0 ? LONG : `${odd}\n${at(HOSTILE, index + 5)}`),
      { text: day, date: day },
      text(at(['Red', 'Amber', 'Green'], index)),
      text(at(HOSTILE, index + 2).slice(0, 190)),
      text(
        index % 2
          ? at(HOSTILE, index + 3)
          : `${at(HOSTILE, index + 3)}\n\n'${at(HOSTILE, index + 4)}`,
      ),
      text(`@${at(HOSTILE, index + 6)}`),
    ];
  });
  const grid: Grid = {
    format: 'xlsx',
    sheets: [{ name: 'Log', hidden: false, merged: [], rows: [FIELDS.map(text), ...rows] }],
  };
  const setup: ImportSetup = {
    kind: 'local_actions',
    sourceId: null,
    table: { sheet: 'Log', headerTop: 0, headerBottom: 0, last: count },
    columns: FIELDS.map((field): ColumnUse => ({ as: 'field', field })),
    answers: {},
    reversed: [],
  };
  const { id } = await keepUpload(context, {
    submissionId: randomUUID(),
    fileName: 'hostile.xlsx',
    sha256: 'b'.repeat(64),
    size: 1,
    grid,
    setup,
  });
  const reading = readImport(grid, setup, await getImportFacts(context, setup, null));
  const chosen = reading.rows.filter(({ write }) => write);
  await applyImport(
    context,
    {
      submissionId: randomUUID(),
      uploadId: id,
      basedOn: 1,
      rows: chosen.map(({ row }) => row),
      fingerprint: fingerprintOf(chosen),
    },
    { exportedAt, readImport },
  );
}

/** The register of local actions as a file that is downloaded. */
export async function downloaded(context: Context, format: ExportFormat): Promise<Uint8Array> {
  const file = await exportRegister(context, 'local_action', registerQuery());
  return format === 'csv'
    ? new TextEncoder().encode(tableCsv(file.table))
    : registerWorkbook(file, 'https://tracker.example');
}

/** What a file comes to, with what is guessed of it and nothing answered. */
export async function given(
  context: Context,
  bytes: Uint8Array,
  fileName: string,
): Promise<ImportReading> {
  const grid = await readSpreadsheet(bytes, fileName);
  const wanted = { kind: 'local_actions', sourceId: null } as const;
  const setup = startSetup(grid, wanted, new Map(), londonDay(context.now));
  return readImport(grid, setup, await getImportFacts(context, setup, exportedAt(grid, setup)));
}
