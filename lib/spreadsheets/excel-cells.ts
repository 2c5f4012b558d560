import type { CellObject, Row } from 'write-excel-file/node';
import { isPlainDate, type PlainDate } from '@/lib/domain/dates';
import { mendCharacters } from '@/lib/domain/mend-text';
import type { PaperCell, PaperColumn } from '@/lib/domain/paper-model';
import { CELL_COLOURS } from '@/lib/domain/rag-colours';

/** Characters Excel keeps in a cell. */
const LONGEST = 32_767;
/** Older Excels show no more than this of a cell whose format is text. */
const LONGEST_AS_TEXT = 255;

/** Excel reads '_x0041_' as 'A'. */
const ESCAPE_LIKE = /_(?=x[0-9a-f]{4}_)/gi;

export const TOP = { alignVertical: 'top', wrap: true } as const;

/** Text as Excel can keep it: what is no text removed, what is too long cut. */
export function excelText(text: string): string {
  const clean = mendCharacters(text);
  if (clean.length <= LONGEST) return clean;
  // Half of the last character may be left.
  return `${mendCharacters(clean.slice(0, LONGEST - 1))}…`;
}

/** Text that stays text, also when somebody edits the cell and leaves it. */
export function textCell(text: string): CellObject {
  const value = excelText(text);
  return {
    ...TOP,
    type: String,
    value: value.replace(ESCAPE_LIKE, '_x005F_'),
    ...(/^[=+\-@]/.test(value) && value.length <= LONGEST_AS_TEXT && { format: '@' }),
  };
}

/** What the cell beside it is. */
export function labelCell(text: string): CellObject {
  return { ...textCell(text), fontWeight: 'bold' };
}

/** A row of one text, which runs on over the empty cells beside it. */
export function lineOf(text: string, more: CellObject = {}): Row {
  return [{ ...textCell(text), wrap: false, ...more }];
}

/** A day without a time: midnight in UTC, which is what the package counts days from. */
export function dateCell(date: PlainDate): CellObject {
  return {
    ...TOP,
    type: Date,
    value: new Date(`${date}T00:00:00Z`),
    format: 'd mmmm yyyy',
    align: 'left',
  };
}

/** In the middle, away from the words of the next column. */
export function numberCell(value: number): CellObject {
  return { ...TOP, type: Number, value, align: 'center' };
}

/** What a cell of a paper is in a sheet; null for an empty one. */
export function excelCell(cell: PaperCell, kind: PaperColumn['kind']): CellObject | null {
  if (cell === null || cell === '') return null;
  if (typeof cell === 'number') return numberCell(cell);
  if (typeof cell === 'object') {
    const { shade, ink } = CELL_COLOURS[cell.rag];
    return { ...textCell(cell.text), fontWeight: 'bold', textColor: ink, backgroundColor: shade };
  }
  return kind === 'date' && isPlainDate(cell) ? dateCell(cell) : textCell(cell);
}
