import { z } from 'zod';
import type { PlainDate } from './dates';
import { RuleError } from './errors';
import { optionalDate, optionalId, optionalText, ownValue, submission } from './fields';
import { guessColumns } from './import-columns';
import type { Grid, GridSheet } from './import-grid';
import { IMPORT_LIMITS } from './import-limits';
import {
  type ColumnUse,
  IMPORT_FIELDS,
  IMPORT_KINDS,
  type ImportField,
  type ImportKind,
  type ImportSetup,
  type PreviewRow,
  type TableRange,
} from './import-model';
import { findTable, pickSheet, tableHeadings, tableRows } from './import-table';
import { saidWords } from './import-text';

/** What the board has made of headings before. */
export type ColumnMemory = ReadonlyMap<string, ColumnUse>;

export const uploadSchema = submission
  .extend({
    kind: z.enum(IMPORT_KINDS, 'Choose what the file holds'),
    sourceId: optionalId,
    file: z
      .instanceof(Blob, { message: 'Choose a file' })
      .refine((file) => file.size > 0, 'Choose a file that is not empty')
      .refine(
        (file) => file.size <= IMPORT_LIMITS.bytes,
        'The file must be 10 MB or smaller. Leave out sheets and pictures, or split it',
      ),
  })
  .refine((form) => form.kind !== 'recommendations' || form.sourceId, {
    path: ['sourceId'],
    error: 'Choose the source that these recommendations belong to',
  });

/** A row of a sheet as people number them. */
const sheetRow = (missing: string) =>
  z.coerce.number(missing).int(missing).min(1, missing).max(1_048_576, missing);

const versioned = z.object({
  basedOn: z.coerce.number('Open the form again and resend it').int().min(1),
});

export const tableSchema = versioned
  .extend({
    // A CSV file's one sheet has no name, and an empty field is no field.
    sheet: ownValue(200).default(''),
    headerTop: sheetRow('Enter the row that the headings begin in'),
    headerBottom: sheetRow('Enter the row that the headings end in'),
    last: sheetRow('Enter the last row to import'),
  })
  .refine((form) => form.headerBottom >= form.headerTop, {
    path: ['headerBottom'],
    error: 'The headings cannot end before they begin',
  })
  .refine((form) => form.last > form.headerBottom, {
    path: ['last'],
    error: 'The last row must be below the headings',
  });

/** A column's select: a field by its name, or one of the other uses. */
export const COLUMN_CHOICES = [...IMPORT_FIELDS, 'note', 'history', 'ignore'] as const;
export type ColumnChoiceName = (typeof COLUMN_CHOICES)[number];

export const columnsSchema = versioned.extend({
  columns: z
    .record(
      z.string().regex(/^\d{1,3}$/),
      z.object({
        use: z.enum(COLUMN_CHOICES, 'Choose what the column is'),
        on: optionalDate('The day it was reported on'),
      }),
    )
    .default({}),
});

const said = z.record(z.string(), optionalText(4000)).default({});

export const answersSchema = versioned.extend({
  /** By the names of the questions' fields. */
  answers: said,
  own: said,
});

export const rowsSchema = versioned.extend({
  /** The rows of this page that could be ticked, and those that were. */
  shown: z.array(z.coerce.number().int().min(0)).default([]),
  chosen: z.array(z.coerce.number().int().min(0)).default([]),
});

export const applySchema = submission.extend({
  basedOn: z.coerce.number('Open the form again and resend it').int().min(1),
  fingerprint: ownValue(200).min(1),
});

/** @throws RuleError for a sheet that is not in the file */
export function sheetOf(grid: Grid, table: Pick<TableRange, 'sheet'>): GridSheet {
  const sheet = grid.sheets.find(({ name }) => name === table.sheet);
  if (!sheet) throw new RuleError({ sheet: 'Choose one of the sheets' });
  return sheet;
}

/**
 * What is proposed for a fresh upload: its sheet, where the table is, and what its columns are.
 * @throws RuleError on 'file' where nothing in it is a table
 */
export function startSetup(
  grid: Grid,
  { kind, sourceId }: { kind: ImportKind; sourceId: string | null },
  remembered: ColumnMemory,
  today: PlainDate,
): ImportSetup {
  const sheet = pickSheet(grid, kind);
  if (!sheet) {
    throw new RuleError({
      file: 'There is no table in this file: it needs a row of headings and rows below it',
    });
  }
  const table = findTable(sheet, kind);
  const columns = guessColumns(sheet, table, kind, remembered, today);
  return { kind, sourceId, table, columns, answers: {}, reversed: [] };
}

/** The same file read from another sheet or row: what was settled about the old table is dropped. */
export function moveTable(
  grid: Grid,
  setup: ImportSetup,
  wanted: TableRange,
  remembered: ColumnMemory,
  today: PlainDate,
): ImportSetup {
  const sheet = sheetOf(grid, wanted);
  // Another sheet has its table elsewhere.
  const table = wanted.sheet === setup.table.sheet ? wanted : findTable(sheet, setup.kind);
  if (table.headerBottom >= sheet.rows.length) {
    throw new RuleError({ headerBottom: `The sheet has ${sheet.rows.length} rows` });
  }
  const within = { ...table, last: Math.min(table.last, sheet.rows.length - 1) };
  const columns = guessColumns(sheet, within, setup.kind, remembered, today);
  return { ...setup, table: within, columns, answers: {}, reversed: [] };
}

/**
 * The columns as a person settled them.
 * @throws RuleError at the second of two columns for one field, and at a past one without its day
 */
export function settleColumns(
  setup: ImportSetup,
  chosen: Readonly<Record<string, { use: ColumnChoiceName; on?: PlainDate }>>,
): ImportSetup {
  const wrong: Record<string, string> = {};
  const taken = new Set<ImportField>();
  const columns = setup.columns.map((before, index): ColumnUse => {
    const choice = chosen[index];
    if (!choice) return before;
    const { use, on } = choice;
    if (use === 'note' || use === 'ignore') return { as: use };
    if (use === 'history') {
      if (on) return { as: 'history', on };
      wrong[`columns.${index}.on`] = 'Enter the day it was reported on';
      return before;
    }
    if (taken.has(use)) wrong[`columns.${index}.use`] = 'Another column is that already';
    taken.add(use);
    return { as: 'field', field: use };
  });
  if (Object.keys(wrong).length > 0) throw new RuleError(wrong);
  return { ...setup, columns };
}

/** What was made of each heading, to be remembered: what a person changed of the guess. */
export function choicesToRemember(
  grid: Grid,
  before: ImportSetup,
  after: ImportSetup,
): Array<{ heading: string; use: ColumnUse }> {
  const headings = tableHeadings(sheetOf(grid, after.table), after.table);
  return after.columns.flatMap((use, index) => {
    const heading = headings[index] ?? '';
    const same = JSON.stringify(before.columns[index]) === JSON.stringify(use);
    return heading === '' || same ? [] : [{ heading, use }];
  });
}

/** Whether what a column is taken for is what the board has made of its heading before. */
export function isRemembered(heading: string, use: ColumnUse, remembered: ColumnMemory): boolean {
  const known = remembered.get(saidWords(heading));
  return known !== undefined && JSON.stringify(known) === JSON.stringify(use);
}

/**
 * The instant that a file of ours was exported at, ISO: the earliest, should its rows differ. Null
 * where the file does not say one.
 */
export function exportedAt(grid: Grid, setup: ImportSetup): string | null {
  const column = setup.columns.findIndex((use) => use.as === 'field' && use.field === 'asAt');
  const sheet = grid.sheets.find(({ name }) => name === setup.table.sheet);
  if (column < 0 || !sheet) return null;
  const instants = tableRows(sheet, setup.table).rows.flatMap((row) => {
    const at = new Date(sheet.rows[row]?.[column]?.text.trim() ?? '');
    return Number.isNaN(at.getTime()) ? [] : [at.getTime()];
  });
  const earliest = instants.reduce((least, at) => Math.min(least, at), Number.POSITIVE_INFINITY);
  return Number.isFinite(earliest) ? new Date(earliest).toISOString() : null;
}

/** Whether a row can be imported at all. */
export function isApplicable({ state, write }: PreviewRow): boolean {
  return write !== null && state !== 'wrong' && state !== 'unchanged';
}

/** Whether a row is to be imported: what is new and changed, unless a person says otherwise. */
export function isChosen(row: PreviewRow, { reversed }: Pick<ImportSetup, 'reversed'>): boolean {
  return isApplicable(row) && (row.state === 'stale') === reversed.includes(row.row);
}

/** The rows of a page ticked anew; those of other pages stay as they were. */
export function chooseRows(
  setup: ImportSetup,
  rows: readonly PreviewRow[],
  { shown, chosen }: { shown: readonly number[]; chosen: readonly number[] },
): ImportSetup {
  const [here, ticked] = [new Set(shown), new Set(chosen)];
  const kept = setup.reversed.filter((row) => !here.has(row));
  const turned = rows
    .filter((row) => here.has(row.row) && isApplicable(row))
    .filter((row) => ticked.has(row.row) === (row.state === 'stale'))
    .map(({ row }) => row);
  return { ...setup, reversed: [...kept, ...turned].sort((a, b) => a - b) };
}
