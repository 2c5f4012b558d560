import writeExcelFile from 'write-excel-file/node';
import type { PaperModel } from '@/lib/domain/paper-model';
import { aboutSheet } from './excel-about';
import { sheetFeatures } from './excel-features';
import { registerSheet } from './excel-register';
import { nameOfKey, sheetNames } from './excel-sheet-names';

const ABOUT = 'About';

/**
 * A paper as an Excel file: what it is, and a sheet for each table of its appendices.
 *
 * @param origin Where the app is, 'https://tracker.example': references are links to its pages.
 */
export async function paperExcel(model: PaperModel, origin: string): Promise<Uint8Array> {
  const tables = model.appendices.flatMap(({ label, parts }) =>
    parts.map((table) => ({ label, table })),
  );
  const [, ...names] = sheetNames([ABOUT, ...tables.map(({ table }) => nameOfKey(table.key))]);
  const named = tables.map((table, index) => ({ ...table, name: names[index] ?? table.table.key }));
  const about = { name: ABOUT, filter: null, ...aboutSheet(model, named) };
  const registers = named.map(({ name, table }) => ({ name, ...registerSheet(table, origin) }));
  const sheets = [about, ...registers];
  return writeExcelFile(
    sheets.map(({ name, data, columns, filter }) => ({
      sheet: name,
      data,
      columns,
      orientation: 'landscape' as const,
      // The first column names the row, so it stays in view with the headings.
      ...(filter && { stickyRowsCount: 1, stickyColumnsCount: 1 }),
    })),
    {
      fontFamily: 'Arial',
      fontSize: 11,
      features: [sheetFeatures(sheets, model.state === 'issued' ? null : 'Draft')],
    },
  ).toBuffer();
}
