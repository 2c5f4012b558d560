import type { CellObject, Row } from 'write-excel-file/node';
import { getCellAddress } from 'write-excel-file/utility';
import { itemPath } from '@/lib/domain/item';
import type { PaperCell, PaperColumn, PaperTable } from '@/lib/domain/paper-model';
import { excelCell, TOP, textCell } from './excel-cells';
import type { SheetLink } from './excel-features';

export const LINK = { textColor: '#6b2163', textDecoration: { underline: true } } as const;

/** A thin line under each row, to lead the eye over a wide sheet. */
const RULED = { ...TOP, bottomBorderStyle: 'thin', bottomBorderColor: '#ddd5ca' } as const;

/** In characters: the narrowest and widest a column of a kind may be. Text that is longer wraps. */
const WIDTHS: Record<PaperColumn['kind'], [number, number]> = {
  reference: [11, 14],
  text: [12, 40],
  prose: [30, 60],
  date: [19, 19],
  number: [9, 14],
  rag: [13, 16],
};

/** Text of more characters than this is given more room. */
const LONG = 400;
const LONG_WIDTH = 60;

/** Room for the arrow of the filter beside a heading. */
const ARROW = 4;

/** A heading, dark on the page's own sand, that stays in view. */
export function headingCell(heading: string): CellObject {
  return {
    ...textCell(heading),
    fontWeight: 'bold',
    backgroundColor: '#f1ece4',
    bottomBorderStyle: 'medium',
    bottomBorderColor: '#211a26',
  };
}

/** In points, as a line of the sheet's own letters. */
const LINE = 14.5;
/** Excel has no higher rows. */
const HIGHEST = 409;

/** What Excel would make of a row by itself, near enough: others show the row only as high as told. */
function heightOf(texts: readonly string[], widths: readonly number[]): number {
  const lines = texts.map((text, index) =>
    text
      .split('\n')
      .map((line) => Math.max(1, Math.ceil((line.length * 1.1) / (widths[index] ?? 1))))
      .reduce((sum, count) => sum + count, 0),
  );
  return Math.min(HIGHEST, Math.max(...lines) * LINE + 2);
}

function wordsOf(cell: PaperCell): string {
  if (cell === null) return '';
  return typeof cell === 'object' ? cell.text : String(cell);
}

function lengthOf(cell: PaperCell): number {
  return Math.max(
    ...wordsOf(cell)
      .split('\n')
      .map((line) => line.length),
  );
}

function widthOf(column: PaperColumn, index: number, rows: PaperTable['rows']): number {
  const [narrowest, most] = WIDTHS[column.kind];
  const longest = rows.reduce(
    (most, { cells }) => Math.max(most, lengthOf(cells[index] ?? null)),
    0,
  );
  // A long heading wraps; a short one stands on one line, the arrow beside it.
  const heading = Math.min(column.heading.length, 20) + ARROW;
  const widest = column.kind === 'text' && longest > LONG ? LONG_WIDTH : most;
  return Math.max(narrowest, heading, Math.min(widest, longest + 2));
}

function cellOf(cell: PaperCell, column: PaperColumn, linked: boolean): CellObject | null {
  const drawn = excelCell(cell, column.kind);
  return drawn && column.kind === 'reference' && linked ? { ...drawn, ...LINK } : drawn;
}

export interface RegisterSheet {
  data: Row[];
  columns: Array<{ width: number }>;
  links: SheetLink[];
  /** 'A1:J41' */
  filter: string;
}

/** A table as a sheet: every column apart, a row for each row, references as links. */
export function registerSheet({ columns, rows }: PaperTable, origin: string): RegisterSheet {
  const widths = columns.map((column, index) => widthOf(column, index, rows));
  const links = rows.flatMap(({ reference }, row) =>
    columns.flatMap(({ kind }, column) =>
      reference !== null && kind === 'reference'
        ? [{ cell: getCellAddress(row + 1, column), href: `${origin}${itemPath(reference)}` }]
        : [],
    ),
  );
  const headings = columns.map(({ heading }) => heading);
  // The arrow of the filter takes room from the words.
  const room = widths.map((width) => width - ARROW / 2);
  return {
    data: [
      headings.map((heading) => ({
        ...headingCell(heading),
        height: heightOf(headings, room) + 4,
      })),
      ...rows.map(({ reference, cells }) => {
        const height = heightOf(cells.map(wordsOf), widths);
        return columns.map((column, index) => ({
          ...RULED,
          ...cellOf(cells[index] ?? null, column, reference !== null),
          height,
        }));
      }),
    ],
    columns: widths.map((width) => ({ width })),
    links,
    filter: `A1:${getCellAddress(rows.length, columns.length - 1)}`,
  };
}
