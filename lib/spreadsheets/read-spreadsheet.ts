import type { Grid } from '@/lib/domain/import-grid';
import { IMPORT_LIMITS } from '@/lib/domain/import-limits';
import { restore } from '@/lib/domain/spreadsheet-text';
import type { ThreadBounds } from '@/lib/threads/thread';
import { headOf } from './file-head';
import { readInThread, THREAD_BOUNDS } from './reading-thread';
import { refused } from './refusals';

/** One file at a time: each may take what a thread may. */
let last: Promise<unknown> = Promise.resolve();

/**
 * What an uploaded spreadsheet holds, .xlsx or text with columns (.csv, .tsv, set apart by commas,
 * semicolons or tabs). Told by its content; its name decides only whether text is a spreadsheet.
 * Text of CSV that our own exports have neutralised is as it was typed.
 *
 * @param bounds what its thread may take before it is ended
 * @throws RuleError on 'file': a sentence that says what is wrong with it and what to do
 */
export async function readSpreadsheet(
  bytes: Uint8Array,
  fileName: string,
  bounds: ThreadBounds = THREAD_BOUNDS,
): Promise<Grid> {
  if (bytes.length > IMPORT_LIMITS.bytes) throw refused('tooBig');
  const head = headOf(bytes, fileName);
  if (typeof head === 'object') throw refused(head.refused);
  const read = last.then(() => readInThread(bytes, head, bounds));
  last = read.catch(() => undefined);
  const grid = await read;
  return grid.format === 'csv' ? restored(grid) : grid;
}

function restored({ format, sheets }: Grid): Grid {
  const whole = sheets.map((sheet) => ({
    ...sheet,
    rows: sheet.rows.map((row) => row.map((cell) => cell && { ...cell, text: restore(cell.text) })),
  }));
  return { format, sheets: whole };
}
