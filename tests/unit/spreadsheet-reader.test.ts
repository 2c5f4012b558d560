import { expect, test, vi } from 'vitest';
import writeExcelFile from 'write-excel-file/node';
import type { Grid, GridSheet } from '@/lib/domain/import-grid';
import { readSpreadsheet } from '@/lib/spreadsheets/read-spreadsheet';
import { inline, rows, type WorkbookParts, workbook } from '../support/workbook';

// A million rows take their time on a busy machine.
vi.setConfig({ testTimeout: 30_000 });

async function sheetOf(parts: WorkbookParts): Promise<GridSheet> {
  const { sheets } = await readSpreadsheet(workbook(parts), 'log.xlsx');
  if (!sheets[0]) throw new Error('It has a sheet.');
  return sheets[0];
}

const texts = (sheet: GridSheet) => sheet.rows.map((row) => row.map((cell) => cell?.text ?? null));

const FORMATS = [
  'General',
  'd mmmm yyyy',
  'mmm-yy',
  '0%',
  '#,##0.00',
  'h:mm',
  '_-* #,##0_-;-* #,##0_-',
  'no "format',
];

/** A style for each of the formats, and the built-in ones by their number after them. */
const STYLES = `<numFmts>${FORMATS.map(
  (code, at) => `<numFmt numFmtId="${200 + at}" formatCode="${code.replaceAll('"', '&quot;')}"/>`,
).join('')}</numFmts><cellXfs>${FORMATS.map((_, at) => `<xf numFmtId="${200 + at}"/>`).join(
  '',
)}<xf numFmtId="14"/><xf numFmtId="22"/><xf numFmtId="17"/></cellXfs><dxfs><dxf><numFmt numFmtId="201" formatCode="0"/></dxf></dxfs>`;
const styled = (address: string, style: number, value: number | string, type = 'n') =>
  `<c r="${address}" s="${style}" t="${type}"><v>${value}</v></c>`;

test('a workbook of another library reads as it was written', async () => {
  const file = await writeExcelFile(
    [
      {
        sheet: 'Action log',
        data: [
          [{ value: 'Actions 2026/27', columnSpan: 3 }],
          [{ value: 'Ref' }, { value: 'Due' }, { value: 'BRAG' }],
          [
            { type: Number, value: 1.1, format: '0.00' },
            { type: Date, value: new Date('2027-03-31T00:00:00Z'), format: 'dd/mm/yyyy' },
            { value: 'On track', backgroundColor: '#00B050' },
          ],
          [null, null, { backgroundColor: '#FF0000' }],
          [{ type: Boolean, value: true }, { value: ' two\nlines ' }],
        ],
      },
      { sheet: 'Old', data: [[{ value: 'past' }]] },
    ],
    {},
  ).toBuffer();
  const grid = await readSpreadsheet(file, 'log.xlsx');
  const title = { text: 'Actions 2026/27' };
  expect(grid).toEqual({
    format: 'xlsx',
    sheets: [
      {
        name: 'Action log',
        hidden: false,
        rows: [
          [title, title, title],
          [{ text: 'Ref' }, { text: 'Due' }, { text: 'BRAG' }],
          [
            { text: '1.10', number: 1.1 },
            { text: '31/03/2027', date: '2027-03-31' },
            { text: 'On track', fill: '#00b050' },
          ],
          [null, null, { text: '', fill: '#ff0000' }],
          [{ text: 'TRUE' }, { text: ' two\nlines ' }],
        ],
        merged: [{ top: 0, left: 0, bottom: 0, right: 2 }],
      },
      { name: 'Old', hidden: false, rows: [[{ text: 'past' }]], merged: [] },
    ],
  } satisfies Grid);
});

test('numbers and days are as the sheet shows them', async () => {
  const sheet = await sheetOf({
    styles: STYLES,
    sheets: [
      rows(
        styled('A1', 0, 0.1 + 0.2) + styled('B1', 3, 0.425) + styled('C1', 4, -1234.5),
        styled('A2', 1, 46477) + styled('B2', 2, 46477) + styled('C2', 8, 46477.9999),
        styled('A3', 9, 46477.75) + styled('B3', 10, 46477) + styled('C3', 5, 0.75),
        styled('A4', 6, 1500) + styled('B4', 7, 7) + styled('C4', 1, 2958465),
        styled('A5', 1, '2027-03-31', 'd') + styled('B5', 0, '2027-03-31T00:00:00', 'd'),
      ),
    ],
  });
  const day = '2027-03-31';
  expect(sheet.rows).toEqual([
    [
      { text: '0.3', number: 0.1 + 0.2 },
      { text: '43%', number: 0.425 },
      { text: '-1,234.50', number: -1234.5 },
    ],
    [
      { text: '31 March 2027', date: day },
      { text: 'Mar-27', date: day },
      { text: '31/03/2027', date: day },
    ],
    [
      { text: '31/03/2027 18:00', date: day },
      { text: 'Mar-27', date: day },
      { text: '18:00', number: 0.75 },
    ],
    [{ text: '1,500', number: 1500 }, { text: '7', number: 7 }, { text: '31 December 9999' }],
    [
      { text: '31 March 2027', date: day },
      { text: day, date: day },
    ],
  ]);
});

test('days count from 1900 or from 1904, and around the day that never was', async () => {
  const days = [1, 59, 60, 61, 366].map((serial, at) => styled(`${'ABCDE'[at]}1`, 1, serial));
  const sheets = [rows(days.join(''))];
  const dates = async (head: string) =>
    (await sheetOf({ styles: STYLES, head, sheets })).rows[0]?.map((cell) => cell?.date);
  expect(await dates('')).toEqual([
    '1900-01-01',
    '1900-02-28',
    undefined,
    '1900-03-01',
    '1900-12-31',
  ]);
  expect(await dates('<workbookPr date1904="1"/>')).toEqual([
    '1904-01-02',
    '1904-02-29',
    '1904-03-01',
    '1904-03-02',
    '1905-01-01',
  ]);
});

test('text comes whole: shared, rich, of its own, escaped, with a formula before it', async () => {
  const sheet = await sheetOf({
    strings:
      '<si><t>plain &amp; shared</t></si>' +
      '<si><r><t xml:space="preserve">rich </t></r><r><rPr><b/></rPr><t>text</t></r><rPh sb="0" eb="1"><t>spoken</t></rPh></si>' +
      '<si><t>one_x000D_\ntwo_x000D_three _x005F_x0041_ _x0000_end_xD800_</t></si>' +
      '<si/>',
    sheets: [
      rows(
        '<c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c><c r="D1" t="s"><v>3</v></c><c r="E1" t="s"><v>99</v></c>',
        `${inline('A2', ' =1+1 &lt;b&gt; 🎉 مجلس ')}<c r="B2" t="inlineStr"><is><r><t>a</t></r><r><t>b</t></r></is></c>`,
        '<c r="A3" t="str"><f>A1&amp;"x"</f><v>cached_x0041_</v></c><c r="B3"><f>1+1</f><v>2</v></c><c r="C3"><f>SUM(A1:A9)</f></c><c r="D3"><f t="shared" si="0"/><v/></c>',
        '<c r="A4" t="e"><v>#REF!</v></c><c r="B4" t="b"><v>0</v></c><c r="C4"><v>1e3</v></c><c r="D4"><v>n/a</v></c>',
      ),
    ],
  });
  expect(texts(sheet)).toEqual([
    ['plain & shared', 'rich text', 'one\ntwo\nthree _x0041_ end'],
    [' =1+1 <b> 🎉 مجلس ', 'ab'],
    ['cached_x0041_', '2', '=SUM(A1:A9)', '='],
    ['#REF!', 'FALSE', '1000', 'n/a'],
  ]);
});

test('cells, rows and names without their address or with a prefix are where they stand', async () => {
  const prefixed =
    '<x:sheetData xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:row><x:c t="inlineStr"><x:is><x:t>a</x:t></x:is></x:c><x:c/><x:c><x:v>2</x:v></x:c></x:row><x:row r="3"><x:c r="B3"><x:v>3</x:v></x:c></x:row></x:sheetData>';
  expect(texts(await sheetOf({ sheets: [prefixed] }))).toEqual([['a', null, '2'], [], [null, '3']]);
});

test('sheets come in their order, hidden ones marked, charts left out', async () => {
  const grid = await readSpreadsheet(
    workbook({
      sheets: [rows(inline('A1', 'one')), rows(inline('A1', 'two')), rows(inline('A1', 'three'))],
      list: '<sheet name="Third" r:id="r2"/><sheet name="Chart" r:id="styles"/><sheet name="First" state="hidden" r:id="r0"/><sheet name="Second" state="veryHidden" r:id="r1"/>',
    }),
    'log.xlsx',
  );
  expect(grid.sheets.map(({ name, hidden, rows }) => [name, hidden, rows[0]?.[0]?.text])).toEqual([
    ['Third', false, 'three'],
    ['First', true, 'one'],
    ['Second', true, 'two'],
  ]);
});

test('hidden rows and columns are read like any other', async () => {
  const sheet = await sheetOf({
    sheets: [
      `<cols><col min="1" max="1" hidden="1"/></cols><sheetData><row r="1" hidden="1">${inline('A1', 'kept')}</row></sheetData>`,
    ],
  });
  expect(texts(sheet)).toEqual([['kept']]);
});

test('merged ranges say the same in all of their cells, as far as the sheet goes', async () => {
  const sheet = await sheetOf({
    sheets: [
      `${rows(
        inline('A1', 'Title') + inline('D1', 'end'),
        inline('A2', 'down') + inline('B2', 'b'),
        inline('B3', 'c'),
      )}<mergeCells><mergeCell ref="A1:C1"/><mergeCell ref="A2:A1048576"/><mergeCell ref="C2:XFD3"/></mergeCells>`,
    ],
  });
  expect(texts(sheet)).toEqual([
    ['Title', 'Title', 'Title', 'end'],
    ['down', 'b'],
    ['down', 'c'],
  ]);
  expect(sheet.merged).toEqual([
    { top: 0, left: 0, bottom: 0, right: 2 },
    { top: 1, left: 0, bottom: 1_048_575, right: 0 },
    { top: 1, left: 2, bottom: 2, right: 16_383 },
  ]);
});

test('links are those of cells, of ranges and of formulas, where they lead to an address', async () => {
  const target = (id: string, address: string) =>
    `<Relationship Id="${id}" Type="x/hyperlink" Target="${address}" TargetMode="External"/>`;
  const sheet = await sheetOf({
    sheets: [
      `${rows(
        inline('A1', 'a') + inline('B1', 'b') + inline('C1', 'c') + inline('D1', 'd'),
        '<c r="A2" t="str"><f>HYPERLINK("https://example.org/f","f")</f><v>f</v></c>',
      )}<hyperlinks><hyperlink ref="A1" r:id="one"/><hyperlink ref="B1:C1" r:id="two" location="part"/><hyperlink ref="D1" r:id="three"/><hyperlink ref="A2" location="S1!A1"/></hyperlinks>`,
    ],
    links:
      target('one', 'https://example.org/?a=1&amp;b=2') +
      target('two', 'http://example.org/x') +
      target('three', 'file:///C:/secret.docx'),
  });
  expect(sheet.rows.map((row) => row.map((cell) => cell?.link))).toEqual([
    [
      'https://example.org/?a=1&b=2',
      'http://example.org/x#part',
      'http://example.org/x#part',
      undefined,
    ],
    ['https://example.org/f'],
  ]);
});

test('colours of cells are resolved, and white, none and patterns are none', async () => {
  const colours = [
    'rgb="FFFF0000"',
    'rgb="0000B050"',
    'rgb="FFFFFFFF"',
    'theme="4"',
    'theme="4" tint="0.5999938962981048"',
    'theme="1" tint="0.5"',
    'theme="0" tint="-0.25"',
    'theme="0"',
    'indexed="3"',
    'indexed="10"',
    'indexed="13"',
    'indexed="65"',
    'auto="1"',
  ];
  const fill = (inner: string) => `<fill>${inner}</fill>`;
  const fills = [
    fill('<patternFill patternType="none"/>'),
    fill('<patternFill patternType="gray125"><fgColor rgb="FF123456"/></patternFill>'),
    ...colours.map((said) =>
      fill(
        `<patternFill patternType="solid"><fgColor ${said}/><bgColor indexed="64"/></patternFill>`,
      ),
    ),
  ];
  const sheet = await sheetOf({
    theme:
      '<a:dk1 xmlns:a="a"><a:sysClr val="windowText" lastClr="000000"/></a:dk1><a:lt1 xmlns:a="a"><a:sysClr val="window" lastClr="FFFFFF"/></a:lt1><a:accent1 xmlns:a="a"><a:srgbClr val="4472C4"/></a:accent1>',
    styles: `<fills>${fills.join('')}</fills><cellXfs>${fills.map((_, at) => `<xf fillId="${at}"/>`).join('')}</cellXfs><dxfs><dxf><fill><patternFill patternType="solid"><fgColor rgb="FF00FF00"/></patternFill></fill></dxf></dxfs>`,
    sheets: [
      rows(fills.map((_, at) => styled(`${String.fromCharCode(65 + at)}1`, at, at)).join('')),
    ],
  });
  expect(sheet.rows[0]?.map((cell) => cell?.fill ?? null)).toEqual([
    null,
    null,
    '#ff0000',
    '#00b050',
    null,
    '#4472c4',
    // "Blue, Accent 1, Lighter 60%", which Excel works out as b4c6e7; "Black, Lighter 50%"; "White, Darker 25%".
    '#b4c7e7',
    '#808080',
    '#bfbfbf',
    null,
    '#00ff00',
    '#ff0000',
    '#ffff00',
    null,
    null,
  ]);
});

test('a palette of the workbook’s own goes before Excel’s', async () => {
  const sheet = await sheetOf({
    styles:
      '<fills><fill><patternFill patternType="solid"><fgColor indexed="1"/></patternFill></fill></fills><cellXfs><xf fillId="0"/></cellXfs><colors><indexedColors><rgbColor rgb="00000000"/><rgbColor rgb="00ABCDEF"/></indexedColors></colors>',
    sheets: [rows(styled('A1', 0, 1))],
  });
  expect(sheet.rows[0]?.[0]?.fill).toBe('#abcdef');
});

test('a million formatted rows with nothing in them are no rows', async () => {
  const empty = Array.from(
    { length: 1_048_574 },
    (_, at) => `<row r="${at + 3}" s="1" customFormat="1"/>`,
  );
  const styles =
    '<fills><fill/><fill><patternFill patternType="solid"><fgColor rgb="FFFF0000"/></patternFill></fill></fills><cellXfs><xf/><xf fillId="1"/></cellXfs>';
  const sheet = await sheetOf({
    styles,
    sheets: [
      `<dimension ref="A1:XFD1048576"/><sheetData><row r="1">${inline('A1', 'Ref')}<c r="XFD1" s="1"/></row><row r="2">${inline('A2', 'A1')}</row>${empty.join('')}<row r="1048576"><c r="A1048576" s="1"/></row></sheetData>`,
    ],
  });
  expect(texts(sheet)).toEqual([['Ref'], ['A1']]);
});
