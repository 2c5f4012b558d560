import * as sheetJs from '@e965/xlsx';
import { expect, test } from 'vitest';
import type { GridSheet } from '@/lib/domain/import-grid';
import { paperExcel } from '@/lib/papers/excel';
import { readSpreadsheet } from '@/lib/spreadsheets/read-spreadsheet';
import { variedPaper } from '../support/varied-paper';

/** What another library saves, which shares nothing with ours. */
async function saved(book: sheetJs.WorkBook, type: 'xlsx' | 'csv'): Promise<readonly GridSheet[]> {
  const bytes = sheetJs.write(book, { type: 'buffer', bookType: type });
  return (await readSpreadsheet(bytes, `log.${type}`)).sheets;
}

/** Text, day and number of each cell: that library keeps no colours. */
const said = (sheets: readonly GridSheet[]) =>
  sheets.map(({ name, rows }) => ({
    name,
    rows: rows.map((row) =>
      row.map((cell) => cell && [cell.text, cell.date ?? null, cell.number ?? null]),
    ),
  }));

test('one cell edited in another library is the one cell that reads otherwise', async () => {
  const bytes = await paperExcel(variedPaper(), 'https://tracker.example');
  const ours = said((await readSpreadsheet(bytes, 'paper.xlsx')).sheets);
  const book = sheetJs.read(bytes, { cellNF: true });
  const sheet = book.Sheets['Local actions'];
  if (!sheet) throw new Error('The paper has local actions.');
  sheetJs.utils.sheet_add_aoa(sheet, [['Edited – “by hand”\n=1+1']], { origin: 'B8' });
  const edited = said(await saved(book, 'xlsx'));
  const changed = ours.map((one) => ({
    ...one,
    rows: one.rows.map((row, at) =>
      one.name === 'Local actions' && at === 7
        ? row.with(1, ['Edited – “by hand”\n=1+1', null, null])
        : row,
    ),
  }));
  expect(edited).toEqual(changed);
  expect(edited).not.toEqual(ours);
});

test('days counted from 1904, hidden sheets and merged titles of another library', async () => {
  const sheet = sheetJs.utils.aoa_to_sheet([
    ['Action log', null, null],
    ['Ref', 'By when', 'Lead'],
    [1, { t: 'n', v: 45_015, z: 'dd/mm/yyyy' }, 'J Smith (CGL) / Public Health'],
  ]);
  sheet['!merges'] = [{ s: { r: 0, c: 0 }, e: { r: 0, c: 2 } }];
  const book = sheetJs.utils.book_new(sheet, 'Log');
  sheetJs.utils.book_append_sheet(book, sheetJs.utils.aoa_to_sheet([['x']]), 'Lists');
  book.Workbook = { WBProps: { date1904: true }, Sheets: [{ Hidden: 0 }, { Hidden: 2 }] };
  expect(await saved(book, 'xlsx')).toEqual([
    {
      name: 'Log',
      hidden: false,
      rows: [
        [{ text: 'Action log' }, { text: 'Action log' }, { text: 'Action log' }],
        [{ text: 'Ref' }, { text: 'By when' }, { text: 'Lead' }],
        [
          { text: '1', number: 1 },
          { text: '31/03/2027', date: '2027-03-31' },
          { text: 'J Smith (CGL) / Public Health' },
        ],
      ],
      merged: [{ top: 0, left: 0, bottom: 0, right: 2 }],
    },
    { name: 'Lists', hidden: true, rows: [[{ text: 'x' }]], merged: [] },
  ]);
});

test('CSV of another library', async () => {
  const book = sheetJs.utils.book_new(
    sheetJs.utils.aoa_to_sheet([
      ['Ref', 'Action'],
      [1, 'say "it"\nagain, and again'],
    ]),
    'Log',
  );
  expect((await saved(book, 'csv'))[0]?.rows).toEqual([
    [{ text: 'Ref' }, { text: 'Action' }],
    [{ text: '1' }, { text: 'say "it"\nagain, and again' }],
  ]);
});

test.each(['biff8', 'ods', 'xlsb'] as const)(
  '%s of another library is refused',
  async (bookType) => {
    const book = sheetJs.utils.book_new(sheetJs.utils.aoa_to_sheet([['Ref']]), 'Log');
    const bytes = sheetJs.write(book, { type: 'buffer', bookType });
    await expect(readSpreadsheet(bytes, 'log.xlsx')).rejects.toThrow(
      { biff8: '(.xls)', ods: '(.ods)', xlsb: '(.xlsb)' }[bookType],
    );
  },
);
