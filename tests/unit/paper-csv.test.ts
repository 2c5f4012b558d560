import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { PaperTable } from '@/lib/domain/paper-model';
import { neutralise, restore } from '@/lib/domain/spreadsheet-text';
import { tableCsv } from '@/lib/spreadsheets/csv';
import { HOSTILE, variedPaper } from '../support/varied-paper';

const tables = variedPaper().appendices.flatMap(({ parts }) => parts);

/** As careless readers do: any break of a line outside quotes ends a record. */
function read(csv: string): string[][] {
  return parse(csv, { bom: true, record_delimiter: ['\r\n', '\n', '\r'] });
}

/** What a cell is in a file that is nothing but text. */
function words(table: PaperTable): string[][] {
  return table.rows.map(({ cells }) =>
    cells.map((cell) => {
      if (cell === null) return '';
      return typeof cell === 'object' ? cell.text : String(cell);
    }),
  );
}

test.each(tables)('$key reads back as it was', (table) => {
  const [headings, ...rows] = read(tableCsv(table));
  expect(headings).toEqual(table.columns.map(({ heading }) => heading));
  expect(rows.map((row) => row.map(restore))).toEqual(words(table));
});

test('it begins with the mark of UTF-8, and records end as RFC 4180 has it', () => {
  for (const table of tables) {
    const csv = tableCsv(table);
    expect(csv.startsWith('\ufeff')).toBe(true);
    expect(csv.endsWith('\r\n')).toBe(true);
  }
});

test('breaks, quotes and commas within a field are no ends of it', () => {
  const [table] = tables;
  if (!table) throw new Error('The varied paper has tables.');
  const texts = ['one\ntwo', 'one\r\ntwo', 'one\rtwo', 'a, b', 'a "b"', '"', ' spaced ', ''];
  const rows = texts.map((text) => ({ reference: null, kind: null, cells: [text, 'next'] }));
  const columns = table.columns.slice(0, 2);
  expect(read(tableCsv({ ...table, columns, rows })).slice(1)).toEqual(
    texts.map((text) => [text.replace(/\r\n?/g, '\n'), 'next']),
  );
});

test('no field begins with what a spreadsheet would run', () => {
  const fields = tables.flatMap((table) => read(tableCsv(table)).flat());
  expect(fields).toContain("'=1+1");
  expect(fields.filter((field) => /^[=+\-@\t\r\n]/.test(field))).toEqual([]);
});

test('a number stays a number', () => {
  const [table] = tables;
  if (!table) throw new Error('The varied paper has tables.');
  const rows = [{ reference: null, kind: null, cells: [-5] }];
  const columns = table.columns.slice(0, 1);
  expect(read(tableCsv({ ...table, columns, rows }))[1]).toEqual(['-5']);
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
  '\r',
  '\n',
  "'=",
  "''+",
  "'a",
);
const text = fc.tuple(starts, fc.string({ unit: 'binary' })).map((parts) => parts.join(''));

test('neutralised text is text, and comes back whole', () => {
  fc.assert(
    fc.property(text, (typed) => {
      expect(neutralise(typed)).not.toMatch(/^[=+\-@\t\r\n]/);
      expect(restore(neutralise(typed))).toBe(typed);
    }),
  );
});

test('what somebody typed themselves keeps its apostrophe', () => {
  expect(restore("'tis the season")).toBe("'tis the season");
  expect(neutralise("'tis the season")).toBe("'tis the season");
  for (const typed of HOSTILE) expect(restore(neutralise(typed))).toBe(typed);
});
