import { strToU8 } from 'fflate';
import { expect, test, vi } from 'vitest';
import { IMPORT_LIMITS } from '@/lib/domain/import-limits';
import { readSpreadsheet } from '@/lib/spreadsheets/read-spreadsheet';
import { THREAD_BOUNDS } from '@/lib/spreadsheets/reading-thread';
import { inline, rows, workbook } from '../support/workbook';
import { type Bomb, bombed } from '../support/zip-bomb';

vi.setConfig({ testTimeout: 60_000 });

const MB = 1024 * 1024;
const SHEET = 'xl/worksheets/sheet1.xml';
const STRINGS = 'xl/sharedStrings.xml';
const STYLES = 'xl/styles.xml';
const plain = workbook({ sheets: [rows(inline('A1', 'x'))] });

/** What a file did before it was refused. */
interface Outcome {
  said: string;
  seconds: number;
  /** The most that the process, its threads included, had on top of what it had before. */
  peakMb: number;
  /** The longest that this thread had to wait for its turn. */
  waited: number;
}

async function outcome(
  bytes: Uint8Array,
  name = 'log.xlsx',
  bounds = THREAD_BOUNDS,
): Promise<Outcome> {
  expect(bytes.length).toBeLessThan(IMPORT_LIMITS.bytes);
  const before = process.memoryUsage.rss();
  const begun = performance.now();
  let [peak, waited, tick] = [before, 0, begun];
  const watch = setInterval(() => {
    const now = performance.now();
    waited = Math.max(waited, now - tick);
    tick = now;
    peak = Math.max(peak, process.memoryUsage.rss());
  }, 20);
  try {
    const said = await readSpreadsheet(bytes, name, bounds).then(
      () => 'It was read.',
      (error: Error) => error.message,
    );
    const seconds = (performance.now() - begun) / 1000;
    return { said, seconds, peakMb: (peak - before) / MB, waited: waited / 1000 };
  } finally {
    clearInterval(watch);
  }
}

const BOMB = /unpacks to far more than a register holds/;
const TOO_MUCH = /more than can be read at once/;
const ODD = /not as Excel writes it/;
const zeros = { part: SHEET, block: '\0'.repeat(MB), times: 1024 };
const oneString = {
  part: STRINGS,
  head: '<sst><si><t>',
  block: 'a'.repeat(MB),
  times: 1024,
  tail: '</t></si></sst>',
};
const manyStrings = `<si><t>${'a'.repeat(32_000)}</t></si>`;

test.each<[string, Bomb, RegExp]>([
  ['a gigabyte of zeros', zeros, BOMB],
  ['that says it is small', { ...zeros, declared: 1000 }, BOMB],
  ['that says it is just within the limit', { ...zeros, declared: 290 * MB }, ODD],
  ['one string of a gigabyte', oneString, BOMB],
  ['that says it is small', { ...oneString, declared: 1000 }, BOMB],
  ['one of 250 MB, within the limit', { ...oneString, times: 250 }, BOMB],
  [
    'an attribute of 250 MB',
    { part: SHEET, head: '<worksheet a="', block: 'a'.repeat(MB), times: 250, tail: '"/>' },
    BOMB,
  ],
  [
    'thousands of long strings',
    { part: STRINGS, head: '<sst>', block: manyStrings, times: 9000, tail: '</sst>' },
    TOO_MUCH,
  ],
  [
    'elements within elements without end',
    { part: SHEET, block: '<a>'.repeat(100_000), times: 900 },
    ODD,
  ],
  [
    'millions of styles',
    { part: STYLES, head: '<s><cellXfs>', block: '<xf/>'.repeat(100_000), times: 600 },
    TOO_MUCH,
  ],
  [
    'millions of cells with nothing in them',
    { part: SHEET, head: '<s><row>', block: '<c/>'.repeat(100_000), times: 600 },
    TOO_MUCH,
  ],
  [
    'millions of empty strings',
    { part: STRINGS, head: '<s>', block: '<si/>'.repeat(100_000), times: 500 },
    TOO_MUCH,
  ],
])('%s: refused in seconds, in bounded memory, and others go on', async (_, bomb, sentence) => {
  const { said, seconds, peakMb, waited } = await outcome(bombed(plain, bomb));
  expect(said).toMatch(sentence);
  expect(seconds).toBeLessThan(15);
  expect(peakMb).toBeLessThan(200);
  expect(waited).toBeLessThan(1);
  // The next file is read as if nothing had been.
  expect((await readSpreadsheet(plain, 'log.xlsx')).sheets[0]?.rows).toEqual([[{ text: 'x' }]]);
});

const laughs = `<!DOCTYPE sst [<!ENTITY a "ha">${Array.from(
  { length: 20 },
  (_, at) =>
    `<!ENTITY ${'bcdefghijklmnopqrstu'[at]} "${`&${'abcdefghijklmnopqrst'[at]};`.repeat(10)}">`,
).join('')}]>`;

test.each([
  ['in its strings', STRINGS, `${laughs}<sst><si><t>&u;</t></si></sst>`],
  ['in its sheet', SHEET, `${laughs}<worksheet>&u;</worksheet>`],
  ['in what lists its parts', 'xl/workbook.xml', `${laughs}<workbook>&u;</workbook>`],
  ['from another file', STRINGS, '<!DOCTYPE s SYSTEM "file:///etc/passwd"><sst/>'],
])('entities that stand for entities are not expanded: %s', async (_, part, text) => {
  const { said, seconds } = await outcome(
    workbook({ sheets: [rows()], more: { [part]: strToU8(text) } }),
  );
  expect(said).toMatch(ODD);
  expect(seconds).toBeLessThan(5);
});

test('a text stored once and shown everywhere is counted wherever it is shown', async () => {
  const cells = Array.from({ length: 15_000 }, (_, at) => `<c r="A${at + 1}" t="s"><v>0</v></c>`);
  const strings = `<si><t>${'a'.repeat(32_000)}</t></si>`;
  const { said, peakMb } = await outcome(workbook({ strings, sheets: [rows(...cells)] }));
  expect(said).toMatch(TOO_MUCH);
  expect(peakMb).toBeLessThan(300);
});

test('a part that every sheet names is counted each time that it is read', async () => {
  const list = Array.from({ length: 100 }, (_, at) => `<sheet name="S${at}" r:id="r0"/>`).join('');
  const zip = workbook({ sheets: [rows()], list });
  const block = `<row a="${'a'.repeat(1000)}"/>`.repeat(1000);
  const bomb = { part: SHEET, head: '<s>', block, times: 100, tail: '</s>' };
  expect((await outcome(bombed(zip, bomb))).said).toMatch(BOMB);
});

test('ranges laid over each other cost no more than a sheet', async () => {
  const ends = `<sheetData><row r="1">${inline('A1', 'x')}${inline('Z1', 'x')}</row><row r="10000">${inline('A10000', 'y')}</row></sheetData>`;
  const merges = '<mergeCell ref="B2:Z10000"/>'.repeat(19_999);
  const links = '<hyperlink ref="B2:Z10000" r:id="a"/>'.repeat(100_000);
  const target =
    '<Relationship Id="a" Type="x/hyperlink" Target="https://example.org/" TargetMode="External"/>';
  for (const sheet of [
    `<mergeCells><mergeCell ref="A1:Z10000"/>${merges}</mergeCells>`,
    `<hyperlinks>${links}</hyperlinks>`,
  ]) {
    const { said, seconds } = await outcome(workbook({ sheets: [ends + sheet], links: target }));
    expect(said).toMatch(TOO_MUCH);
    expect(seconds).toBeLessThan(10);
  }
});

test.each([
  ['commas', Buffer.alloc(10 * MB - 1, ',')],
  ['breaks of lines', Buffer.concat([Buffer.alloc(9 * MB, '\n'), Buffer.from('x')])],
  ['quotation marks', Buffer.alloc(9 * MB + 1, '"')],
  ['short records', Buffer.alloc(9 * MB, 'a;b\n')],
])('text of nothing but %s is answered', async (_, bytes) => {
  const { said, seconds, peakMb } = await outcome(bytes, 'log.csv');
  expect(said).toMatch(/is empty|goes down to row|never closed|holds more|columns/);
  expect(seconds).toBeLessThan(20);
  expect(peakMb).toBeLessThan(THREAD_BOUNDS.heapMb + 200);
});

test('a thread that takes too much memory, or too long, is ended, and the process answers on', async () => {
  const line = (row: number) => inline(`A${row}`, `row ${row} `.repeat(200));
  const big = workbook({
    sheets: [rows(...Array.from({ length: 15_000 }, (_, at) => line(at + 1)))],
  });
  const little = await outcome(big, 'log.xlsx', { heapMb: 12, seconds: 60 });
  expect(little.said).toMatch(TOO_MUCH);
  expect(little.peakMb).toBeLessThan(150);
  expect(little.waited).toBeLessThan(1);
  const hasty = await outcome(big, 'log.xlsx', { heapMb: 512, seconds: 0.2 });
  expect(hasty.said).toMatch(TOO_MUCH);
  expect(hasty.seconds).toBeLessThan(2);
  expect((await outcome(big)).said).toBe('It was read.');
});

test('files that come at once are all read, a refused one among them', async () => {
  const [first, bad, second] = await Promise.allSettled([
    readSpreadsheet(plain, 'log.xlsx'),
    readSpreadsheet(plain.subarray(0, 200), 'log.xlsx'),
    readSpreadsheet(Buffer.from('a,b'), 'log.csv'),
  ]);
  expect([first?.status, bad?.status, second?.status]).toEqual([
    'fulfilled',
    'rejected',
    'fulfilled',
  ]);
});
