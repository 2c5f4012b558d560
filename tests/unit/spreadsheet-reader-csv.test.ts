import { expect, test } from 'vitest';
import { readSpreadsheet } from '@/lib/spreadsheets/read-spreadsheet';

async function read(
  file: string | Uint8Array,
  name = 'log.csv',
): Promise<Array<Array<string | null>>> {
  const bytes = typeof file === 'string' ? new TextEncoder().encode(file) : file;
  const grid = await readSpreadsheet(bytes, name);
  expect(grid.format).toBe('csv');
  expect(grid.sheets.map(({ name, hidden, merged }) => ({ name, hidden, merged }))).toEqual([
    { name: '', hidden: false, merged: [] },
  ]);
  return grid.sheets[0]?.rows.map((row) => row.map((cell) => cell?.text ?? null)) ?? [];
}

const LOG = [
  ['Ref', 'Action', 'Café’s lead'],
  ['1', 'Agree, then sign', '£5 – “now”'],
];
const quoted = LOG.map((row) => row.map((field) => (field.includes(',') ? `"${field}"` : field)));
const commas = quoted.map((row) => row.join(',')).join('\r\n');
const utf16 = (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le');
const western = Buffer.from(
  commas
    .replaceAll('’', '\x92')
    .replaceAll('–', '\x96')
    .replaceAll('“', '\x93')
    .replaceAll('”', '\x94'),
  'latin1',
);

test.each([
  ['UTF-8 with its mark', Buffer.from(`\ufeff${commas}`)],
  ['UTF-8 without', Buffer.from(commas)],
  ['UTF-16, little end first', utf16(commas)],
  ['UTF-16, big end first', Buffer.from(utf16(commas)).swap16()],
  ['Windows-1252', western],
])('letters are told: %s', async (_, bytes) => {
  expect(await read(bytes)).toEqual(LOG);
});

test.each([
  ['commas', ','],
  ['semicolons', ';'],
  ['tabs', '\t'],
  ['bars', '|'],
])('what sets columns apart is told: %s', async (_, delimiter) => {
  const lines = [
    ['Action log of the board, 2026/27', '', ''],
    ['', '', ''],
    ['Ref', 'Action', 'Cost'],
    ['1', '"Agree, then sign; at once"', '"1,50"'],
    ['2', 'x', '3'],
    ['3', `"say ""${delimiter}"" aloud"`, ''],
  ];
  const text = lines
    .map((line) =>
      line
        .map((field) => (field.includes(delimiter) ? `"${field.replaceAll('"', '')}"` : field))
        .join(delimiter),
    )
    .join('\n');
  const rows = await read(text);
  expect(rows[2]).toEqual(['Ref', 'Action', 'Cost']);
  expect(rows[3]?.slice(0, 2)).toEqual(['1', 'Agree, then sign; at once']);
  expect(rows).toHaveLength(6);
});

test('a first line that says what sets columns apart is taken at its word', async () => {
  expect(await read('sep=;\r\na,b,c;d\r\ne,f,g;h')).toEqual([
    ['a,b,c', 'd'],
    ['e,f,g', 'h'],
  ]);
  expect(await read('"sep=,"\na;b,c')).toEqual([['a;b', 'c']]);
});

test('one column alone is a table too', async () => {
  expect(await read('Action\nOne, two and three\nFour')).toHaveLength(3);
  expect(await read('Action\nOne\nTwo')).toEqual([['Action'], ['One'], ['Two']]);
});

test('breaks of lines, quotation marks and rows of all lengths', async () => {
  expect(await read('a,b\r\n"one\r\ntwo","say ""it"""\n\r\nx\ry,5" pipe,z,,\n,\n\n')).toEqual([
    ['a', 'b'],
    ['one\ntwo', 'say "it"'],
    [],
    ['x'],
    ['y', '5" pipe', 'z'],
  ]);
});

test('what was neutralised comes back as it was typed, and nothing is made of text', async () => {
  const grid = await readSpreadsheet(
    Buffer.from("'=1+1,''@x,'tis,31/03/2027,5,TRUE\n'-,'+44,-5,=1+1"),
    'log.csv',
  );
  expect(grid.sheets[0]?.rows).toEqual([
    [
      { text: '=1+1' },
      { text: "'@x" },
      { text: "'tis" },
      { text: '31/03/2027' },
      { text: '5' },
      { text: 'TRUE' },
    ],
    [{ text: '-' }, { text: '+44' }, { text: '-5' }, { text: '=1+1' }],
  ]);
});

test.each(['log.csv', 'log.TSV', 'log.txt', 'export.xls', 'renamed.xlsx', 'log'])(
  'text with columns is one whatever it is called: %s',
  async (name) => {
    expect(await read('Ref\tAction\n1\tAgree', name)).toEqual([
      ['Ref', 'Action'],
      ['1', 'Agree'],
    ]);
  },
);
