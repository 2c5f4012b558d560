import { stringify } from 'csv-stringify/sync';
import type { PaperCell, PaperTable } from '@/lib/domain/paper-model';
import { neutralise } from '@/lib/domain/spreadsheet-text';

function field(cell: PaperCell): string | number {
  if (cell === null) return '';
  if (typeof cell === 'number') return cell;
  return neutralise(typeof cell === 'string' ? cell : cell.text);
}

/**
 * A table as CSV (RFC 4180, with the mark by which Excel knows UTF-8): headings, then a record for
 * each row. Dates as 'YYYY-MM-DD', a RAG status by its word, text that looks like a formula with an
 * apostrophe before it (`restore` takes it away).
 */
export function tableCsv({ columns, rows }: PaperTable): string {
  return stringify(
    [
      columns.map(({ heading }) => neutralise(heading)),
      ...rows.map(({ cells }) => cells.map(field)),
    ],
    {
      bom: true,
      record_delimiter: 'windows',
      // All text: a line break within a field is not always that of records, and LibreOffice can
      // be told by it that '007' is no number.
      quoted_string: true,
      quoted_empty: false,
    },
  );
}
