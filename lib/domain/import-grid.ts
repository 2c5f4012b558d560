import type { PlainDate } from './dates';

/** One cell of an uploaded file, as it was read; a cell with nothing in it is null. */
export interface GridCell {
  /** What the cell shows, line breaks as '\n', untrimmed; '' where only the colour says something. */
  text: string;
  /** Where the file itself says that it holds a day. */
  date?: PlainDate;
  /** Where the file itself says that it holds a number. */
  number?: number;
  /** '#rrggbb' of the background, where it is neither none nor white. */
  fill?: string;
  /** Where the cell leads, an absolute address. */
  link?: string;
}

/** A sheet, rows and columns from 0; a merged range says the same in each of its cells. */
export interface GridSheet {
  name: string;
  hidden: boolean;
  /** Each row as long as it has cells; trailing empty cells and rows are left out. */
  rows: ReadonlyArray<ReadonlyArray<GridCell | null>>;
  /** Ranges that were merged, inclusive, before their cells were filled in. */
  merged: ReadonlyArray<{ top: number; left: number; bottom: number; right: number }>;
}

/** What an uploaded spreadsheet holds. A CSV file has one sheet, named ''. */
export interface Grid {
  format: 'xlsx' | 'csv';
  sheets: readonly GridSheet[];
}
