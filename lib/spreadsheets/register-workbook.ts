import { exportFacts, type RegisterExport } from '@/lib/domain/register-export';
import { labelCell, lineOf, textCell } from './excel-cells';
import { registerSheet } from './excel-register';
import { nameOfKey, sheetNames } from './excel-sheet-names';
import { type Sheet, workbook } from './workbook';

const ABOUT = 'About';

/** What the file is. */
function aboutSheet(file: RegisterExport): Pick<Sheet, 'data' | 'columns' | 'links'> {
  return {
    data: [
      lineOf(file.title, { fontWeight: 'bold', fontSize: 16, height: 24 }),
      lineOf(file.board.name),
      ...(file.board.illustrative
        ? [
            lineOf('Illustrative: this board and its partners are fictional.', {
              fontStyle: 'italic',
            }),
          ]
        : []),
      [],
      ...exportFacts(file).map(([label, text]) => [labelCell(label), textCell(text)]),
    ],
    columns: [{ width: 24 }, { width: 90 }],
    links: [],
  };
}

/**
 * A register as an Excel file: the register first, what it is, and the RAG key.
 *
 * @param origin Where the app is, 'https://tracker.example': references are links to its pages.
 */
export async function registerWorkbook(file: RegisterExport, origin: string): Promise<Uint8Array> {
  const [name = '', , key = ''] = sheetNames([
    nameOfKey(file.table.key),
    ABOUT,
    nameOfKey(file.ragKey.key),
  ]);
  return workbook(
    [
      { name, ...registerSheet(file.table, origin) },
      { name: ABOUT, filter: null, ...aboutSheet(file) },
      { name: key, ...registerSheet(file.ragKey, origin) },
    ],
    null,
  );
}
