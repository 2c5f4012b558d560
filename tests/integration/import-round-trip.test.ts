import { read, utils, write } from '@e965/xlsx';
import { parse as parseCsv } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import { describe, expect, test } from 'vitest';
import { addPerson } from '@/lib/data/people';
import { opened } from '@/seed/builders/register';
import { contextOf, makeActors, NOW } from '../support/actors';
import { testDatabase } from '../support/database';
import { downloaded, given, importHostileBoard } from '../support/import-board';

const COUNT = 500;

const { db } = await testDatabase();
const { home, homeId } = await makeActors(db);
const officer = contextOf(db, home.officer);
await importHostileBoard(officer, COUNT);
/** Somebody without a role: they are named as owners, and never sign in. */
const named = { name: 'Sam Nurse', position: 'Nurse', organisationId: homeId };
await addPerson(officer, { ...named, ...opened() });
/** Files are downloaded, and given back, after what they hold was written. */
const later = { ...officer, now: new Date(NOW.getTime() + 60_000) };

/** One cell of an Excel file, changed by another library than ours. */
function editedExcel(bytes: Uint8Array, row: number, heading: string, text: string): Uint8Array {
  const workbook = read(bytes, { cellStyles: true });
  const sheet = workbook.Sheets['Local actions'];
  if (!sheet) throw new Error('There is no such sheet.');
  const [headings = []] = utils.sheet_to_json<string[]>(sheet, { header: 1 });
  sheet[utils.encode_cell({ r: row, c: headings.indexOf(heading) })] = { t: 's', v: text };
  return new Uint8Array(write(workbook, { type: 'array', bookType: 'xlsx', cellStyles: true }));
}

function editedCsv(bytes: Uint8Array, row: number, heading: string, text: string): Uint8Array {
  const records: string[][] = parseCsv(Buffer.from(bytes), { bom: true });
  const place = records[0]?.indexOf(heading) ?? -1;
  const record = records[row];
  if (!record || place < 0) throw new Error('There is no such cell.');
  record[place] = text;
  return new TextEncoder().encode(stringify(records));
}

describe.each([
  ['xlsx', editedExcel],
  ['csv', editedCsv],
] as const)('%s, of a board of 500 actions with hostile text', (format, edited) => {
  test('comes back unchanged', async () => {
    const bytes = await downloaded(later, format);
    const { rows, questions, counts } = await given(later, bytes, `log.${format}`);
    expect(rows.filter(({ state }) => state !== 'unchanged')).toEqual([]);
    expect(rows.flatMap(({ remarks }) => remarks)).toEqual([]);
    expect(questions).toEqual([]);
    expect(counts.unchanged).toBe(COUNT);
  });

  test.each([
    ['Headline', 'headline', '+1 from last year'],
    ['Due date', 'due', '3 January 2027'],
    ['What will be done', 'text', '=SUM(A1)\nand another line'],
    ['Owner', 'owner', named.name],
  ])('with a cell of %s changed by another library, has that one change', async (...edit) => {
    const [heading, field, text] = edit;
    const bytes = edited(await downloaded(later, format), 7, heading, text);
    const { rows, counts } = await given(later, bytes, `log.${format}`);
    expect(counts).toEqual({ new: 0, changed: 1, unchanged: COUNT - 1, stale: 0, wrong: 0 });
    expect(rows.flatMap(({ changes }) => changes)).toMatchObject([{ field, to: text }]);
  });
});
