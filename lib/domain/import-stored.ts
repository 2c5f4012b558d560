import { z } from 'zod';
import type { Grid, GridCell } from './import-grid';
import { type ColumnUse, IMPORT_FIELDS, IMPORT_KINDS, type ImportSetup } from './import-model';
import { readStored } from './stored';

// Apart from the types: forms in the browser use those, and need no schemas.

const columnUseSchema: z.ZodType<ColumnUse> = z.discriminatedUnion('as', [
  z.object({ as: z.literal('field'), field: z.enum(IMPORT_FIELDS) }),
  z.object({ as: z.literal('note') }),
  z.object({ as: z.literal('history'), on: z.string() }),
  z.object({ as: z.literal('ignore') }),
]);

const setupSchema: z.ZodType<ImportSetup> = z.object({
  kind: z.enum(IMPORT_KINDS),
  sourceId: z.string().nullable(),
  table: z.object({
    sheet: z.string(),
    headerTop: z.number(),
    headerBottom: z.number(),
    last: z.number(),
  }),
  columns: z.array(columnUseSchema),
  answers: z.record(z.string(), z.string()),
  reversed: z.array(z.number()),
});

const isText = (value: unknown) => typeof value === 'string';
const isTextOrNone = (value: unknown) => value === undefined || isText(value);

// A file has hundreds of thousands of cells, for which a schema takes longer than all the rest.
function isCell(cell: GridCell | null): boolean {
  if (cell === null) return true;
  if (typeof cell !== 'object') return false;
  const { text, date, number, fill, link } = cell;
  const isNumberOrNone = number === undefined || typeof number === 'number';
  return (
    isText(text) && isTextOrNone(date) && isNumberOrNone && isTextOrNone(fill) && isTextOrNone(link)
  );
}

const rowSchema = z.custom<ReadonlyArray<GridCell | null>>(
  (row) => Array.isArray(row) && row.every(isCell),
  'Invalid input: expected cells',
);
const gridSchema: z.ZodType<Grid> = z.object({
  format: z.enum(['xlsx', 'csv']),
  sheets: z.array(
    z.object({
      name: z.string(),
      hidden: z.boolean(),
      rows: z.array(rowSchema),
      merged: z.array(
        z.object({ top: z.number(), left: z.number(), bottom: z.number(), right: z.number() }),
      ),
    }),
  ),
});

/** What was settled for an upload. @throws Error when it is anything else */
export function readSetup({ setup }: { setup: unknown }): ImportSetup {
  return readStored(setupSchema, setup, 'setup of an upload');
}

/** What the board makes of a heading. @throws Error when it is anything else */
export function readColumnUse({ use }: { use: unknown }): ColumnUse {
  return readStored(columnUseSchema, use, 'use of a column');
}

/** The cells of an upload. @throws Error when it is anything else */
export function readGrid(stored: unknown): Grid {
  return readStored(gridSchema, stored, 'cells of an upload');
}
