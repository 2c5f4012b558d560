import { strToU8, zipSync } from 'fflate';
import { describe, expect, test, vi } from 'vitest';
import { RuleError } from '@/lib/domain/errors';
import { IMPORT_LIMITS } from '@/lib/domain/import-limits';
import { readSpreadsheet } from '@/lib/spreadsheets/read-spreadsheet';
import { openDocument, PDF, PNG } from '../support/sample-files';
import { contentTypes, EXCEL_TYPE, inline, rows, withSizes, workbook } from '../support/workbook';

vi.setConfig({ testTimeout: 30_000 });

/** The sentence at the field of the file, where the file is refused. */
async function refusal(bytes: Uint8Array, name = 'log.xlsx'): Promise<string> {
  try {
    await readSpreadsheet(bytes, name);
  } catch (error) {
    if (!(error instanceof RuleError)) throw error;
    expect(Object.keys(error.fields)).toEqual(['file']);
    return error.fields.file ?? '';
  }
  throw new Error('The file was read.');
}

const OLE = Buffer.from('d0cf11e0a1b11ae1', 'hex');
const compound = (stream: string) =>
  Buffer.concat([OLE, Buffer.alloc(504), Buffer.from(stream, 'utf16le'), Buffer.alloc(512)]);
const typed = (main: string, more = {}) =>
  workbook({ sheets: [rows()], more: { '[Content_Types].xml': contentTypes(main), ...more } });
const plain = workbook({ sheets: [rows(inline('A1', 'x'))] });
const OFFICE = 'application/vnd.ms-excel.sheet';

describe('what is no workbook and no CSV says what it is, and what to do', () => {
  test.each<[string, Uint8Array, string, RegExp]>([
    ['nothing', new Uint8Array(), 'log.xlsx', /^This file is empty\. Check/],
    ['spaces alone', Buffer.from(' ,\r\n,,\n\n').subarray(2), 'log.csv', /^This file is empty/],
    ['a PDF', PDF, 'log.xlsx', /^This is a PDF, whatever its name says/],
    [
      'a password',
      compound('EncryptedPackage'),
      'log.xlsx',
      /^This workbook is protected by a password\. Remove it in Excel/,
    ],
    [
      '.xls',
      compound('Workbook'),
      'log.xls',
      /older Excel \(\.xls\)\. Open it in Excel, save it as/,
    ],
    ['.xls called .xlsx', compound('Book'), 'log.xlsx', /older Excel \(\.xls\)/],
    ['.doc', compound('WordDocument'), 'log.xls', /another kind of Office file/],
    [
      '.xlsm',
      typed(`${OFFICE}.macroEnabled.main+xml`),
      'log.xlsm',
      /^This workbook has macros\. Save it/,
    ],
    [
      '.xlsm called .xlsx',
      typed(EXCEL_TYPE, { 'xl/vbaProject.bin': strToU8('x') }),
      'log.xlsx',
      /has macros/,
    ],
    [
      '.xlsb',
      typed(`${OFFICE}.binary.macroEnabled.main`),
      'log.xlsb',
      /binary workbook \(\.xlsb\)/,
    ],
    ['.ods', openDocument('spreadsheet'), 'log.ods', /OpenDocument file \(\.ods\)/],
    ['.numbers', zipSync({ 'Index/Document.iwa': strToU8('x') }), 'log.numbers', /Numbers file/],
    [
      '.docx',
      typed('application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'),
      'log.xlsx',
      /another kind of Office file/,
    ],
    [
      'a zip of something',
      zipSync({ 'photo.txt': strToU8('x') }),
      'log.xlsx',
      /zip archive, and no Excel workbook/,
    ],
    ['an empty zip', zipSync({}), 'log.xlsx', /zip archive/],
    [
      'a web page',
      Buffer.from('\ufeff\r\n<html xmlns:o="x"><table>'),
      'log.xls',
      /^This is a web page/,
    ],
    [
      'an XML spreadsheet',
      Buffer.from('<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>'),
      'log.xls',
      /XML Spreadsheet/,
    ],
    ['a picture', PNG, 'log.csv', /neither an Excel workbook nor a CSV file/],
    ['rich text', Buffer.from('{\\rtf1 a,b}'), 'log.csv', /neither/],
    [
      'words of another name',
      Buffer.from('{"a": 1, "b": 2}'),
      'log.json',
      /neither an Excel workbook nor a CSV file/,
    ],
    [
      'UTF-16 without its mark',
      Buffer.from('a,b\nc,d', 'utf16le'),
      'log.csv',
      /letters of this file cannot be told/,
    ],
    [
      'letters of no Western encoding',
      Buffer.from([0x61, 0x2c, 0x81, 0x0a]),
      'log.csv',
      /letters of this file/,
    ],
    [
      'an open quotation mark',
      Buffer.from('a,b\n"c,d\ne,f\n\n'),
      'log.csv',
      /opened in row 2 .* never closed/,
    ],
  ])('%s', async (_, bytes, name, sentence) => {
    expect(await refusal(bytes, name)).toMatch(sentence);
  });

  test('halves of a workbook, and workbooks that are not as Excel writes them', async () => {
    const damaged = /damaged or was not copied whole/;
    const odd = /not as Excel writes it/;
    expect(await refusal(plain.subarray(0, plain.length / 2))).toMatch(damaged);
    const scrambled = Uint8Array.from(plain);
    const at = Buffer.from(plain).indexOf('xl/worksheets/sheet1.xml') + 24;
    scrambled.fill(0xff, at, at + 20);
    expect(await refusal(scrambled)).toMatch(damaged);
    expect(await refusal(withSizes(plain, 'xl/worksheets/sheet1.xml', 10_000))).toMatch(damaged);
    expect(await refusal(workbook({ sheets: ['<sheetData><row>'] }))).toMatch(odd);
    expect(await refusal(workbook({ sheets: [rows(inline('A1', '&nbsp;'))] }))).toMatch(odd);
    expect(await refusal(workbook({ sheets: [rows()], list: '<sheet r:id="none"/>' }))).toMatch(
      odd,
    );
  });
});

describe('what is too much is refused', () => {
  const inRow = (row: number) =>
    `<sheetData><row r="${row}">${inline(`A${row}`, 'x')}</row></sheetData>`;

  test('bytes, rows, columns and sheets', async () => {
    expect(await refusal(new Uint8Array(IMPORT_LIMITS.bytes + 1))).toMatch(/bigger than 10 MB/);
    expect(await refusal(workbook({ sheets: [rows(), inRow(IMPORT_LIMITS.rows + 1)] }))).toBe(
      'The sheet “S2” goes down to row 20,001. At most 20,000 rows can be read: delete what is not needed, or split it, and upload it again.',
    );
    expect(await refusal(workbook({ sheets: [rows(inline('GS1', 'x'))] }))).toMatch(
      /has 201 columns in row 1\. At most 200/,
    );
    const sheets = Array.from({ length: IMPORT_LIMITS.sheets + 1 }, () => rows());
    expect(await refusal(workbook({ sheets }))).toMatch(/has 101 sheets\. At most 100/);
    const lines = 'a\n\n'.repeat(10_001);
    expect(await refusal(Buffer.from(lines), 'log.csv')).toMatch(
      /^The file goes down to row 20,001/,
    );
    expect(await refusal(Buffer.from(`${','.repeat(200)}x`), 'log.csv')).toMatch(
      /201 columns in row 1/,
    );
  });

  test('as much as is allowed is read', async () => {
    const edge = workbook({
      sheets: [
        `<sheetData><row r="1">${inline('GR1', 'x')}</row><row r="20000">${inline('A20000', 'y')}</row></sheetData>`,
      ],
    });
    const [sheet] = (await readSpreadsheet(edge, 'log.xlsx')).sheets;
    expect([sheet?.rows.length, sheet?.rows[0]?.length]).toEqual([20_000, 200]);
    const csv = await readSpreadsheet(Buffer.from(`${'a\n\n'.repeat(10_000)}\n\n\n`), 'log.csv');
    expect(csv.sheets[0]?.rows).toHaveLength(19_999);
  });

  test('cells, of one sheet or of all', async () => {
    const line = (row: number) =>
      Array.from(
        { length: 26 },
        (_, at) => `<c r="${String.fromCharCode(65 + at)}${row}"><v>1</v></c>`,
      ).join('');
    const sheet = rows(...Array.from({ length: 10_000 }, (_, at) => line(at + 1)));
    expect(await refusal(workbook({ sheets: [sheet, sheet] }))).toMatch(
      /more than can be read at once/,
    );
    const merged = '<mergeCells><mergeCell ref="A1:GR20000"/></mergeCells>';
    const corners = `<sheetData><row r="1">${inline('A1', 'x')}${inline('GR1', 'x')}</row><row r="20000">${inline('A20000', 'y')}</row></sheetData>${merged}`;
    expect(await refusal(workbook({ sheets: [corners] }))).toMatch(/more than can be read at once/);
  });
});
