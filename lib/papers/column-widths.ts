import type { PaperCell, PaperTable, PrintColumn } from '@/lib/domain/paper-model';
import { printColumns } from '@/lib/domain/paper-model';
import { RAG_NAMES, RAG_STATUSES } from '@/lib/domain/rag';
import { textWidth } from './text-width';

/** Left and right of the words of a cell together, in points. */
export const CELL_PADDING = 10;

/** No word of these is broken; of other kinds only one that is wider than the column. */
const WHOLE = 12 * 6.5;
/** Bold letters are so much wider. */
const BOLD = 1.08;

const widest = (texts: readonly string[]) => Math.max(0, ...texts.map(textWidth));
const wordsOf = (text: string) => text.split(/\s+/);

function said(cell: PaperCell | undefined): string {
  return typeof cell === 'string' || typeof cell === 'number' ? String(cell) : '';
}

/** The narrowest a print column can be, in points. */
function least({ heading, columns }: PrintColumn, { rows }: Pick<PaperTable, 'rows'>): number {
  const content = columns.map(({ kind, index }) => {
    switch (kind) {
      case 'reference':
        return Math.min(90, widest(rows.map(({ cells }) => said(cells[index]))));
      case 'rag':
        return widest(RAG_STATUSES.map((status) => RAG_NAMES[status]));
      case 'date':
        return 0.9 * textWidth('15 September 2027');
      case 'number':
        return widest(rows.map(({ cells }) => said(cells[index])));
      default:
        return WHOLE;
    }
  });
  return CELL_PADDING + Math.max(BOLD * widest(wordsOf(heading)), ...content);
}

/**
 * How wide the print columns of a table are, in points, on a page of that width: their shares, but
 * none so narrow that it would break short words.
 */
export function columnWidths(table: Pick<PaperTable, 'columns' | 'rows'>, page: number): number[] {
  const columns = printColumns(table);
  const minimum = columns.map((column) => least(column, table));
  const fixed = new Set<number>();
  for (;;) {
    const room = page - minimum.reduce((sum, width, at) => sum + (fixed.has(at) ? width : 0), 0);
    const shares = columns.reduce((sum, { width }, at) => sum + (fixed.has(at) ? 0 : width), 0);
    const widths = columns.map(({ width }, at) =>
      fixed.has(at) ? (minimum[at] ?? 0) : (width / shares) * room,
    );
    const narrow = widths.findIndex((width, at) => !fixed.has(at) && width < (minimum[at] ?? 0));
    if (narrow < 0) return fitted(widths, page);
    fixed.add(narrow);
  }
}

/** Where the minima alone are too wide for the page, all give way. */
function fitted(widths: readonly number[], page: number): number[] {
  const sum = widths.reduce((all, width) => all + width, 0);
  return widths.map((width) => Math.floor((sum > page ? (width * page) / sum : width) * 10) / 10);
}
