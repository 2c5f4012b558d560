import { expect, test } from 'vitest';
import { contextOf, makeActors, NOW } from '../support/actors';
import { testDatabase } from '../support/database';
import { downloaded, given, importHostileBoard } from '../support/import-board';
import { OFFICE_CSV, throughOffice } from '../support/office';

const COUNT = 500;

const { db } = await testDatabase();
const { home } = await makeActors(db);
const officer = contextOf(db, home.officer);
await importHostileBoard(officer, COUNT);
const later = { ...officer, now: new Date(NOW.getTime() + 60_000) };

/** As OFFICE_CSV, and what stands in quotes is text: a box to tick when a CSV file is opened. */
const READ_CSV = 'CSV:44,34,76,1,,2057,true';

test.each([
  ['xlsx', 'xlsx', 'log.xlsx', 'xlsx'],
  ['xlsx', 'CSV', 'log-Local actions.csv', OFFICE_CSV],
  ['csv', 'xlsx', 'log.xlsx', 'xlsx'],
  ['csv', 'CSV', 'log-log.csv', OFFICE_CSV],
] as const)(
  'a board of 500 actions as %s that LibreOffice saved as %s comes back unchanged',
  async (...one) => {
    const [from, , name, target] = one;
    const bytes = await downloaded(later, from);
    const files = await throughOffice(
      `log.${from}`,
      bytes,
      target,
      from === 'csv' ? READ_CSV : undefined,
    );
    if (!files)
      throw new Error('LibreOffice is not installed: these tests need soffice in the path.');
    expect([...files.keys()]).toContain(name);
    const { rows, counts } = await given(later, files.get(name) ?? new Uint8Array(), name);
    expect(rows.filter(({ state }) => state !== 'unchanged')).toEqual([]);
    expect(counts.unchanged).toBe(COUNT);
  },
);
