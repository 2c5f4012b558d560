import writeExcelFile, { type Row } from 'write-excel-file/node';
import { type SheetExtras, sheetFeatures } from './excel-features';

/** A sheet and what is on it; one with a filter is a table whose headings stay in view. */
export interface Sheet extends SheetExtras {
  data: Row[];
  columns: Array<{ width: number }>;
}

/** Sheets as an Excel file. @param header Stands above every printed page; null for none. */
export async function workbook(
  sheets: readonly Sheet[],
  header: string | null,
): Promise<Uint8Array> {
  return writeExcelFile(
    sheets.map(({ name, data, columns, filter }) => ({
      sheet: name,
      data,
      columns,
      orientation: 'landscape' as const,
      // The first column names the row, so it stays in view with the headings.
      ...(filter && { stickyRowsCount: 1, stickyColumnsCount: 1 }),
    })),
    { fontFamily: 'Arial', fontSize: 11, features: [sheetFeatures(sheets, header)] },
  ).toBuffer();
}
