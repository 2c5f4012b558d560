import { unzipSync } from 'fflate';
import readExcelFile from 'read-excel-file/node';
import { beforeAll, expect, test } from 'vitest';
import { itemPath } from '@/lib/domain/item';
import type { PaperModel, PaperTable } from '@/lib/domain/paper-model';
import { paperExcel } from '@/lib/papers/excel';
import { excelText } from '@/lib/spreadsheets/excel-cells';
import { nameOfKey, sheetNames } from '@/lib/spreadsheets/excel-sheet-names';
import { HOSTILE, variedPaper } from '../support/varied-paper';

const ORIGIN = 'https://tracker.example';
const model = variedPaper();
const tables = model.appendices.flatMap(({ parts }) => parts);

interface Opened {
  names: string[];
  rows: unknown[][][];
  /** The parts of the file as text, by their path. */
  parts: Record<string, string>;
}

async function opened(paper: PaperModel): Promise<Opened> {
  const bytes = await paperExcel(paper, ORIGIN);
  const sheets = await readExcelFile(Buffer.from(bytes));
  const parts = Object.entries(unzipSync(bytes)).map(([path, part]) => [
    path,
    new TextDecoder().decode(part),
  ]);
  return {
    names: sheets.map(({ sheet }) => sheet),
    rows: sheets.map(({ data }) => data),
    parts: Object.fromEntries(parts),
  };
}

function part({ parts }: Opened, path: string): string {
  const text = parts[path];
  if (text === undefined) throw new Error(`The file has no ${path}.`);
  return text;
}

/** The value a reader of the sheet should get; breaks of lines are those of XML. */
function expected(table: PaperTable): unknown[][] {
  return table.rows.map(({ cells }) =>
    cells.map((cell, index) => {
      if (cell === null || typeof cell === 'number') return cell;
      if (typeof cell === 'object') return cell.text;
      return table.columns[index]?.kind === 'date' ? new Date(`${cell}T00:00:00Z`) : cell;
    }),
  );
}

let file: Opened;
beforeAll(async () => {
  file = await opened(model);
});

test('each table has a sheet of its own, with the same words in the same order', () => {
  expect(file.names).toEqual([
    'About',
    'Recommendations R',
    'Recommendations N',
    'Local actions',
    'RAG key',
  ]);
  tables.forEach((table, index) => {
    const [headings, ...rows] = file.rows[index + 1] ?? [];
    expect(headings).toEqual(table.columns.map(({ heading }) => heading));
    expect(rows).toEqual(expected(table));
  });
});

test('dates are days, numbers numbers, and what looks like a formula is text', () => {
  const [, first] = file.rows[3] ?? [];
  expect(first?.[4]).toEqual(new Date('2027-01-15T00:00:00Z'));
  expect(first?.[6]).toBe(0);
  expect(file.rows.flat(2)).toEqual(
    expect.arrayContaining(['=1+1', '+44 1234 567890', '- looks like a list']),
  );
  const sheets = [2, 3, 4, 5].map((id) => part(file, `xl/worksheets/sheet${id}.xml`));
  for (const sheet of sheets) expect(sheet).not.toContain('<f>');
  expect(part(file, 'xl/styles.xml')).toContain('formatCode="d mmmm yyyy"');
  // Whole days: a fraction would be a time of some zone.
  expect(sheets[2]).toMatch(/<c r="E2" s="\d+"><v>46402<\/v>/);
});

test('every register can be filtered, and its headings stay in view', () => {
  const ranges = ['A1:F33', 'A1:F1', 'A1:J41', 'A1:B6'];
  ranges.forEach((range, index) => {
    const sheet = part(file, `xl/worksheets/sheet${index + 2}.xml`);
    expect(sheet).toMatch(new RegExp(`</sheetData><autoFilter ref="${range}"/>`));
    expect(sheet).toMatch(/<pane ySplit="1" xSplit="1" topLeftCell="B2"[^>]*state="frozen"/);
  });
  const workbook = part(file, 'xl/workbook.xml');
  expect(workbook).toContain(
    `<definedName name="_xlnm._FilterDatabase" localSheetId="3" hidden="1">'Local actions'!$A$1:$J$41</definedName>`,
  );
  expect(part(file, 'xl/worksheets/sheet1.xml')).not.toContain('autoFilter');
});

test('each reference is a link to its page', () => {
  tables.forEach(({ rows }, index) => {
    const links = [
      ...part(file, `xl/worksheets/sheet${index + 2}.xml`).matchAll(
        /<hyperlink ref="([A-Z]+\d+)" r:id="([^"]+)"\/>/g,
      ),
    ].map(([, cell, id]) => ({ cell, id }));
    const relations = part(file, `xl/worksheets/_rels/sheet${index + 2}.xml.rels`);
    const targets = new Map(
      [...relations.matchAll(/Id="([^"]+)"[^>]*Target="([^"]+)" TargetMode="External"/g)].map(
        ([, id, target]) => [id, target],
      ),
    );
    const expectedLinks = rows.flatMap(({ reference }, row) =>
      reference ? [{ cell: `A${row + 2}`, target: `${ORIGIN}${itemPath(reference)}` }] : [],
    );
    expect(links.map(({ cell, id }) => ({ cell, target: targets.get(id) }))).toEqual(expectedLinks);
  });
  expect(part(file, 'xl/worksheets/_rels/sheet4.xml.rels')).toContain(
    'Target="https://tracker.example/local-actions/a12"',
  );
});

test('a status has a shade of its own beside its word', () => {
  const sheet = part(file, 'xl/worksheets/sheet5.xml');
  const styles = [2, 3, 4, 5, 6].map((row) =>
    new RegExp(`<c r="A${row}" s="(\\d+)"`).exec(sheet)?.at(1),
  );
  expect(new Set(styles).size).toBe(5);
  const fills = [...part(file, 'xl/styles.xml').matchAll(/<fgColor rgb="(\w+)"/g)].map(
    ([, rgb]) => rgb,
  );
  expect(fills).toEqual(expect.arrayContaining(['FFFBE7E4', 'FFFDF1DA', 'FFE3F2E7', 'FFE5EEFB']));
});

test('the first sheet says what the file is, and how much each sheet holds', () => {
  const rows = file.rows[0] ?? [];
  const has = (...cells: unknown[]) =>
    expect(rows.map((row) => row.slice(0, cells.length))).toContainEqual(cells);
  has(model.title);
  has(model.board.name);
  for (const notice of model.notices) has(notice);
  for (const { label, text } of model.front) has(label, text);
  has('Data cut-off', '19 November 2026, 16:30');
  has('Status', 'Draft, version 1');
  has('Local actions', 'Appendix 2: Local actions', 40, 8, 8, 8, 8, 8);
  has(
    'Recommendations N',
    'Appendix 1: Recommendations of the needs assessment. There are no recommendations.',
    0,
  );
});

test('what the front says already is not said twice', async () => {
  const front = [{ label: 'Figures as at', text: '19 November 2026, 16:30' }];
  const { rows } = await opened(variedPaper({ front }));
  expect(rows[0]?.map(([label]) => label)).not.toContain('Data cut-off');
  expect(rows[0]?.map((row) => row.slice(0, 2))).toContainEqual([
    'Date of meeting',
    new Date('2026-12-03T00:00:00Z'),
  ]);
});

test('a draft says so on every printed page, an issued paper nothing', async () => {
  expect(part(file, 'xl/worksheets/sheet4.xml')).toContain('<oddHeader>&amp;LDraft</oddHeader>');
  const issued = await opened(variedPaper({ state: 'issued' }));
  expect(issued.parts['xl/worksheets/sheet4.xml']).not.toContain('oddHeader');
});

test('what Excel or XML cannot hold is taken out or cut', () => {
  expect(excelText('a\u0000b\u000bc\u001fd\ud800e\ufffff')).toBe('ab\ncdef');
  expect(excelText('one\r\ntwo\rthree\tfour')).toBe('one\ntwo\nthree\tfour');
  for (const text of HOSTILE) expect(excelText(text)).toBe(text);
  const most = 'x'.repeat(32_767);
  expect(excelText(most)).toBe(most);
  expect(excelText(`${most}y`)).toBe(`${'x'.repeat(32_766)}…`);
  expect(excelText(`${'x'.repeat(32_765)}🎉🎉`)).toBe(`${'x'.repeat(32_765)}…`);
});

test('text that Excel would decode is written so that it does not', async () => {
  const [appendix] = model.appendices;
  const table = appendix?.parts[0];
  if (!appendix || !table) throw new Error('The varied paper has tables.');
  const rows = [{ reference: null, kind: null, cells: ['R1', 'a _x0041_ b'] }];
  const parts = [{ ...table, columns: table.columns.slice(0, 2), rows }];
  const read = await opened(variedPaper({ appendices: [{ ...appendix, parts }] }));
  expect(part(read, 'xl/sharedStrings.xml')).toContain('<t>a _x005F_x0041_ b</t>');
});

test('names of sheets are as Excel allows, and told apart', () => {
  const names = sheetNames([
    'About',
    'about',
    "'Q1: what/why? [new]*'",
    'History',
    '',
    'A title that goes on beyond thirty-one characters',
    'A title that goes on beyond thirty-one of them',
    '🎉'.repeat(20),
  ]);
  expect(names).toEqual([
    'About',
    'about 2',
    'Q1 what why new',
    'History 2',
    'Table',
    'A title that goes on beyond th…',
    'A title that goes on beyond… 2',
    `${'🎉'.repeat(15)}…`,
  ]);
});

test('a sheet is called as its table is', () => {
  expect(['local-actions', 'commitments', 'recommendations-na', 'rag-key'].map(nameOfKey)).toEqual([
    'Local actions',
    'Commitments',
    'Recommendations NA',
    'RAG key',
  ]);
});
