import type { Grid, GridCell, GridSheet } from '@/lib/domain/import-grid';

type Said = string | null | Partial<GridCell>;

/** Rows of cells: text, null for an empty one, or what else a cell holds. */
function makeRows(rows: ReadonlyArray<readonly Said[]>): Array<Array<GridCell | null>> {
  return rows.map((cells) =>
    cells.map((cell) => {
      if (cell === null || cell === '') return null;
      return typeof cell === 'string' ? { text: cell } : { text: '', ...cell };
    }),
  );
}

export function makeSheet(
  rows: ReadonlyArray<readonly Said[]>,
  more: Partial<Omit<GridSheet, 'rows'>> = {},
): GridSheet {
  return { name: 'Sheet1', hidden: false, merged: [], ...more, rows: makeRows(rows) };
}

export const makeGrid = (...sheets: GridSheet[]): Grid => ({ format: 'xlsx', sheets });
