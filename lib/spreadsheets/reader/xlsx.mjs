// @ts-check
import { readTheme } from './colours.mjs';
import { readCells } from './sheet.mjs';
import { gridRows } from './sheet-grid.mjs';
import { readStrings } from './strings.mjs';
import { readStyles } from './styles.mjs';
import { readRelations, readWorkbook } from './workbook.mjs';
import { openZip } from './zip.mjs';

/**
 * @param {Uint8Array} bytes
 * @param {typeof import('../../domain/import-limits').IMPORT_LIMITS} limits
 * @returns {Promise<import('../../domain/import-grid').Grid>}
 */
export async function readXlsx(bytes, limits) {
  const zip = await openZip(bytes, limits);
  const workbook = await readWorkbook(zip, limits);
  /** @param {string | null} part */
  const chunks = (part) => (part === null ? null : zip.read(part));
  const theme = await readTheme(chunks(workbook.theme));
  const shared = {
    styles: await readStyles(chunks(workbook.styles), theme),
    strings: await readStrings(chunks(workbook.strings), limits),
    from1904: workbook.from1904,
    limits,
    spent: { cells: 0, characters: 0 },
  };
  /** @type {import('../../domain/import-grid').GridSheet[]} */
  const sheets = [];
  for (const { name, hidden, part } of workbook.sheets) {
    const cells = await readCells(zip.read(part), name, shared);
    const rows = gridRows(cells, await readRelations(zip, part), shared);
    sheets.push({ name, hidden, rows, merged: cells.merged });
  }
  return { format: 'xlsx', sheets };
}
