import { formatDate, isPlainDate } from './dates';
import type { PaperCell, PaperColumn, PaperRow, PrintColumn } from './paper-model';

/** One value of a cell on paper: what is said before it, and the value. */
export interface PrintedValue {
  key: string;
  label: string | null;
  kind: PaperColumn['kind'];
  /** It stands out: what the rest of the cell is about. */
  strong: boolean;
  cell: NonNullable<PaperCell>;
}

/** What stands in a print column of a row, from above: nothing for what is empty. */
export function printedValues({ columns }: PrintColumn, { cells }: PaperRow): PrintedValue[] {
  return columns.flatMap(({ key, kind, label, strong = false, index }, place) => {
    const cell = cells[index];
    if (cell === null || cell === undefined || cell === '') return [];
    return [{ key, kind, strong, label: place > 0 ? label : null, cell }];
  });
}

/** A value as people read it: days in words. */
export function cellWords(cell: NonNullable<PaperCell>, kind: PaperColumn['kind']): string {
  if (typeof cell === 'object') return cell.text;
  if (typeof cell === 'number') return cell.toLocaleString('en-GB');
  return kind === 'date' && isPlainDate(cell) ? formatDate(cell) : cell;
}

const STATES = { draft: 'Draft', cleared: 'Cleared, not yet issued', issued: 'Issued' } as const;

/** 'Draft, version 1'. */
export function paperStanding({
  state,
  version,
}: {
  state: keyof typeof STATES;
  version: number;
}): string {
  return `${STATES[state]}, version ${version}`;
}
