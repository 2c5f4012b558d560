import { stringify } from 'csv-stringify/sync';
import { mendCharacters } from '@/lib/domain/mend-text';
import type { PaperCell, PaperTable } from '@/lib/domain/paper-model';
import { neutralise } from '@/lib/domain/spreadsheet-text';

function field(cell: PaperCell): string | number {
  if (cell === null) return '';
  if (typeof cell === 'number') return cell;
  return neutralise(mendCharacters(typeof cell === 'string' ? cell : cell.text));
}

export const CSV = 'text/csv; charset=utf-8';

const record = (cells: readonly PaperCell[]) => cells.map(field);

/** @param bom at the beginning of a file: the mark by which Excel knows UTF-8 */
function records(rows: ReadonlyArray<Array<string | number>>, bom: boolean): string {
  return stringify([...rows], {
    bom,
    record_delimiter: 'windows',
    // All text: a line break within a field is not always that of records, and LibreOffice can
    // be told by it that '007' is no number.
    quoted_string: true,
    quoted_empty: false,
  });
}

/**
 * A table as CSV (RFC 4180): headings, then a record for each row. Dates as 'YYYY-MM-DD', a RAG
 * status by its word, text that looks like a formula with an apostrophe before it (`restore` takes
 * it away).
 */
export function tableCsv({ columns, rows }: PaperTable): string {
  const headings = columns.map(({ heading }) => neutralise(heading));
  return records([headings, ...rows.map(({ cells }) => record(cells))], true);
}

/** The same of rows that come a batch at a time, so that memory stays bounded. */
export async function* csvInBatches(
  headings: readonly string[],
  batches: AsyncIterable<ReadonlyArray<readonly PaperCell[]>>,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const encoder = new TextEncoder();
  yield encoder.encode(records([record(headings)], true));
  for await (const batch of batches) yield encoder.encode(records(batch.map(record), false));
}
