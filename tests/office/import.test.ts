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

test.each([
  ['xlsx', 'xlsx', 'log.xlsx'],
  ['CSV', OFFICE_CSV, 'log-Local actions.csv'],
])('a board of 500 actions that LibreOffice saved as %s comes back unchanged', async (...one) => {
  const [, target, name] = one;
  const files = await throughOffice('log.xlsx', await downloaded(later, 'xlsx'), target);
  if (!files)
    throw new Error('LibreOffice is not installed: these tests need soffice in the path.');
  const { rows, counts } = await given(later, files.get(name) ?? new Uint8Array(), name);
  expect(rows.filter(({ state }) => state !== 'unchanged')).toEqual([]);
  expect(counts.unchanged).toBe(COUNT);
});
