import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import writeExcelFile from 'write-excel-file/node';
import { formatDate } from '@/lib/domain/dates';
import type { GridCell, GridSheet } from '@/lib/domain/import-grid';
import { itemPath } from '@/lib/domain/item';
import { mendCharacters } from '@/lib/domain/mend-text';
import type { PaperCell, PaperTable } from '@/lib/domain/paper-model';
import { CELL_COLOURS } from '@/lib/domain/rag-colours';
import { paperExcel } from '@/lib/papers/excel';
import { tableCsv } from '@/lib/spreadsheets/csv';
import { excelText } from '@/lib/spreadsheets/excel-cells';
import { registerSheet } from '@/lib/spreadsheets/excel-register';
import { readSpreadsheet } from '@/lib/spreadsheets/read-spreadsheet';
import { HOSTILE, variedPaper } from '../support/varied-paper';

vi.setConfig({ testTimeout: 60_000 });

const ORIGIN = 'https://tracker.example';
const tables = variedPaper().appendices.flatMap(({ parts }) => parts);

async function sheetsOf(bytes: Uint8Array, name: string): Promise<readonly GridSheet[]> {
  return (await readSpreadsheet(bytes, name)).sheets;
}

const csv = async (table: PaperTable) => {
  const [sheet] = await sheetsOf(Buffer.from(tableCsv(table)), 'register.csv');
  return sheet?.rows ?? [];
};

/** A register alone: `data` of a sheet with its widths, as the paper's own sheets are made. */
const excel = async (table: PaperTable) => {
  const { data, columns } = registerSheet(table, ORIGIN);
  const bytes = await writeExcelFile([{ sheet: 'Register', data, columns }], {}).toBuffer();
  const [sheet] = await sheetsOf(bytes, 'register.xlsx');
  return sheet?.rows ?? [];
};

const texts = (rows: GridSheet['rows']) => rows.map((row) => row.map((cell) => cell?.text ?? ''));

/** Without the empty cells at the end, as a grid has it. */
function trimmed<T>(row: readonly T[], empty: (cell: T) => boolean): T[] {
  return row.slice(0, row.findLastIndex((cell) => !empty(cell)) + 1);
}

const words = (cell: PaperCell) =>
  cell === null ? '' : typeof cell === 'object' ? cell.text : String(cell);

describe.each(tables)('$key', (table) => {
  const headings = table.columns.map(({ heading }) => heading);

  test('as CSV reads back as it was', async () => {
    const rows = table.rows.map(({ cells }) => trimmed(cells.map(words), (text) => text === ''));
    expect(texts(await csv(table))).toEqual([headings, ...rows]);
  });

  test('as Excel reads back as it was: text, days, numbers, colours', async () => {
    const cellOf = (cell: PaperCell, at: number): GridCell | null => {
      if (cell === null) return null;
      if (typeof cell === 'number') return { text: String(cell), number: cell };
      if (typeof cell === 'object') return { text: cell.text, fill: CELL_COLOURS[cell.rag].shade };
      if (table.columns[at]?.kind !== 'date') return { text: cell };
      return { text: formatDate(cell), date: cell };
    };
    const [heading, ...rows] = await excel(table);
    expect(heading?.map((cell) => cell?.text)).toEqual(headings);
    expect(rows).toEqual(
      table.rows.map(({ cells }) => trimmed(cells.map(cellOf), (cell) => !cell)),
    );
  });
});

test('a whole paper reads back with its sheets and the links of its references', async () => {
  const sheets = await sheetsOf(await paperExcel(variedPaper(), ORIGIN), 'paper.xlsx');
  expect(sheets.map(({ name, hidden }) => [name, hidden])).toEqual(
    ['About', 'Recommendations R', 'Recommendations N', 'Local actions', 'RAG key'].map((name) => [
      name,
      false,
    ]),
  );
  tables.forEach((table, index) => {
    const [, ...rows] = sheets[index + 1]?.rows ?? [];
    expect(rows.map(([first]) => first?.link)).toEqual(
      table.rows.map(({ reference }) =>
        reference === null ? undefined : `${ORIGIN}${itemPath(reference)}`,
      ),
    );
  });
});

const starts = fc.constantFrom(
  '',
  "'",
  "''",
  '=',
  '+',
  '-',
  '@',
  '\t',
  ' ',
  '\n',
  "'=",
  "''+",
  "'a",
  '_x0041_',
  '"',
);
const middles = fc.oneof(
  // NUL is no text to any database, and halves of a pair to none.
  fc.string({ unit: 'binary' }).map((text) => text.replaceAll('\0', '').toWellFormed()),
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom(...HOSTILE),
  fc.constantFrom(
    ',',
    ';',
    '\t',
    '|',
    '""',
    '"a"',
    'a\r\nb',
    'a\rb',
    '_x005F_x0041_',
    'مجلس',
    '👨‍👩‍👧',
    'x'.repeat(4000),
  ),
);
const ends = fc.constantFrom('', ' ', '\t', '\n', '"', "'", ';');
const text = fc.tuple(starts, middles, ends).map((parts) => parts.join(''));
const rowsOf = fc.array(fc.tuple(text, text, text), { minLength: 1, maxLength: 60 });

function tableOf(rows: ReadonlyArray<readonly string[]>): PaperTable {
  const column = { kind: 'text' as const, width: 1, label: null };
  return {
    key: 'hostile',
    caption: '',
    columns: ['Reference', 'Local action', 'Owner'].map((heading) => ({
      ...column,
      key: heading,
      heading,
      print: heading,
    })),
    rows: rows.map((cells) => ({ reference: null, kind: null, cells: [...cells] })),
    empty: '',
  };
}

/** Rows as a grid should have them: the last say something. */
function expected(rows: readonly string[][]): string[][] {
  const lines = rows.map((row) => trimmed(row, (text) => text === ''));
  return trimmed(lines, (line) => line.length === 0);
}

test('any text at all comes back from CSV as it is kept', async () => {
  await fc.assert(
    fc.asyncProperty(rowsOf, async (rows) => {
      const [, ...read] = texts(await csv(tableOf(rows)));
      expect(read).toEqual(expected(rows.map((row) => row.map(mendCharacters))));
    }),
    { numRuns: 15 },
  );
});

test('any text that Excel can hold comes back from it as it was typed', async () => {
  await fc.assert(
    fc.asyncProperty(rowsOf, async (rows) => {
      const [, ...read] = texts(await excel(tableOf(rows)));
      expect(read).toEqual(expected(rows.map((row) => row.map(excelText))));
    }),
    { numRuns: 15 },
  );
});
