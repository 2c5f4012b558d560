import { beforeAll, expect, test } from 'vitest';
import type { GridCell, GridSheet } from '@/lib/domain/import-grid';
import { paperExcel } from '@/lib/papers/excel';
import { readSpreadsheet } from '@/lib/spreadsheets/read-spreadsheet';
import { OFFICE_CSV, throughOffice } from '../support/office';
import { variedPaper } from '../support/varied-paper';

const ORIGIN = 'https://tracker.example';

let bytes: Uint8Array;
let ours: readonly GridSheet[];
beforeAll(async () => {
  bytes = await paperExcel(variedPaper(), ORIGIN);
  ours = (await readSpreadsheet(bytes, 'paper.xlsx')).sheets;
});

/** What LibreOffice makes of our file, by name. */
async function saved(target: string): Promise<Map<string, Uint8Array>> {
  const files = await throughOffice('paper.xlsx', bytes, target);
  if (!files)
    throw new Error('LibreOffice is not installed: these tests need soffice in the path.');
  return files;
}

type Said = (cell: GridCell | null) => unknown;
const said = (sheets: readonly GridSheet[], what: Said) =>
  sheets.map(({ name, rows }) => ({ name, rows: rows.map((row) => row.map(what)) }));

test('a workbook that LibreOffice saved again says the same', async () => {
  const file = (await saved('xlsx')).get('paper.xlsx');
  const { sheets } = await readSpreadsheet(file ?? new Uint8Array(), 'paper.xlsx');
  expect(sheets.map(({ hidden }) => hidden)).toEqual(ours.map(({ hidden }) => hidden));
  // Colours and links of references included.
  expect(said(sheets, (cell) => cell)).toEqual(said(ours, (cell) => cell));
});

test('what LibreOffice saves as CSV says the same', async () => {
  const files = await saved(OFFICE_CSV);
  const sheets = await Promise.all(
    ours.map(async ({ name }) => {
      const file = files.get(`paper-${name}.csv`) ?? new Uint8Array();
      const [sheet] = (await readSpreadsheet(file, `${name}.csv`)).sheets;
      return { name, hidden: false, rows: sheet?.rows ?? [], merged: [] };
    }),
  );
  const text: Said = (cell) => cell?.text || null;
  expect(said(sheets, text)).toEqual(said(ours, text));
});
