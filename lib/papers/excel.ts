import type { PaperModel } from '@/lib/domain/paper-model';
import { registerSheet } from '@/lib/spreadsheets/excel-register';
import { nameOfKey, sheetNames } from '@/lib/spreadsheets/excel-sheet-names';
import { workbook } from '@/lib/spreadsheets/workbook';
import { aboutSheet } from './excel-about';

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
  return workbook(
    [
      { name: ABOUT, filter: null, ...aboutSheet(model, named) },
      ...named.map(({ name, table }) => ({ name, ...registerSheet(table, origin) })),
    ],
    model.state === 'issued' ? null : 'Draft',
  );
}
