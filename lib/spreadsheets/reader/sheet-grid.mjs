// @ts-check
import { Refusal } from './refusal.mjs';
import { spend } from './sheet.mjs';

/** @typedef {import('../../domain/import-grid').GridCell} GridCell */
/** @typedef {import('./sheet.mjs').Cells} Cells */
/** @typedef {Array<Array<GridCell | null>>} Rows */

/** What a link of a cell may lead to. */
const ADDRESS = /^(https?|mailto):/i;

/**
 * The cells of a sheet as a grid: as far down and right as something is said, merged ranges filled
 * in and links laid over their cells. Beyond that, colours say nothing.
 *
 * @param {Cells} cells
 * @param {import('./workbook.mjs').Relations} relations
 * @param {import('./sheet.mjs').Shared} shared
 * @returns {Rows}
 */
export function gridRows({ rows, merged, links }, relations, { limits, spent }) {
  let bottom = -1;
  let right = -1;
  rows.forEach((line, row) => {
    line?.forEach((cell, column) => {
      if (!cell?.text) return;
      bottom = row;
      right = Math.max(right, column);
    });
  });
  /** @type {Rows} */
  const grid = Array.from({ length: bottom + 1 }, (_, row) =>
    Array.from({ length: Math.min(rows[row]?.length ?? 0, right + 1) }, (_, column) => {
      return rows[row]?.[column] ?? null;
    }),
  );

  let visits = 0;
  for (const { range, id, location } of links) {
    const link = addressOf(relations.get(id), location);
    if (link) each(range, (row, column, cell) => put(grid, row, column, cell && { ...cell, link }));
  }
  for (const range of merged) {
    const said = grid[range.top]?.[range.left] ?? null;
    // An empty range blots out nothing.
    if (!said) continue;
    each(range, (row, column) => {
      spend(spent, limits, said.text.length);
      put(grid, row, column, said);
    });
  }
  return grid;

  /**
   * @param {import('./addresses.mjs').Range} range
   * @param {(row: number, column: number, cell: GridCell | null) => void} visit
   */
  function each(range, visit) {
    // Ranges of a sound sheet hardly overlap.
    const height = Math.min(range.bottom, bottom) - range.top + 1;
    visits += Math.max(0, height) * Math.max(0, Math.min(range.right, right) - range.left + 1);
    if (visits > limits.cells) throw new Refusal('tooMuch');
    for (let row = range.top; row <= Math.min(range.bottom, bottom); row += 1) {
      for (let column = range.left; column <= Math.min(range.right, right); column += 1) {
        visit(row, column, grid[row]?.[column] ?? null);
      }
    }
  }
}

/**
 * @param {Rows} grid
 * @param {number} row
 * @param {number} column
 * @param {GridCell | null} cell
 */
function put(grid, row, column, cell) {
  const line = grid[row];
  if (!line || !cell) return;
  while (line.length < column) line.push(null);
  line[column] = cell;
}

/**
 * @param {{ target: string, external: boolean } | undefined} relation
 * @param {string | undefined} location a place within the target
 */
function addressOf(relation, location) {
  if (!relation?.external || !ADDRESS.test(relation.target)) return null;
  return location ? `${relation.target}#${location}` : relation.target;
}
