import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import type { Context } from '@/lib/data/context';
import { getImportFacts } from '@/lib/data/import-facts';
import { fingerprintOf } from '@/lib/data/import-fingerprint';
import { keepUpload } from '@/lib/data/import-uploads';
import { applyImport } from '@/lib/data/imports';
import { getImport } from '@/lib/data/imports-view';
import { getItem } from '@/lib/data/item-view';
import { editLocalAction } from '@/lib/data/local-actions';
import { addPerson } from '@/lib/data/people';
import { ConflictError } from '@/lib/domain/errors';
import type { Grid } from '@/lib/domain/import-grid';
import { readImport } from '@/lib/domain/import-reading';
import { exportedAt, startSetup } from '@/lib/domain/import-setup';
import { buildLocalAction, opened, rate } from '@/seed/builders/register';
import { contextOf, makeActors, NOW } from '../support/actors';
import { testDatabase } from '../support/database';
import { staleProjections } from '../support/whole-database';

const { db } = await testDatabase();
const { home, homeId, away } = await makeActors(db);
const officer = contextOf(db, home.officer);
const understanding = { exportedAt, readImport };

function gridOf(rows: readonly string[][]): Grid {
  const cells = rows.map((row) => row.map((text) => (text ? { text } : null)));
  return { format: 'xlsx', sheets: [{ name: 'Log', hidden: false, rows: cells, merged: [] }] };
}

/** Uploads a file with what is guessed of it. @returns what its preview shows, and its form */
async function preview(context: Context, rows: readonly string[][]) {
  const grid = gridOf(rows);
  const wanted = { kind: 'local_actions', sourceId: null } as const;
  const setup = startSetup(grid, wanted, new Map(), '2026-11-23');
  const submissionId = randomUUID();
  const file = { fileName: 'log.xlsx', sha256: 'a'.repeat(64), size: 1 };
  const { id } = await keepUpload(context, { submissionId, ...file, grid, setup });
  const facts = await getImportFacts(context, setup, exportedAt(grid, setup));
  const reading = readImport(grid, setup, facts);
  const chosen = reading.rows.filter(({ write }) => write);
  const form = {
    submissionId: randomUUID(),
    uploadId: id,
    basedOn: 1,
    rows: chosen.map(({ row }) => row),
    fingerprint: fingerprintOf(chosen),
  };
  return { reading, form };
}

const rated = (headline: string) => ({
  rag: 'green' as const,
  headline,
  words: headline,
  recovery: undefined,
});

test('a log as boards keep it becomes what it says, and says nothing new the second time', async () => {
  const rows = [
    ['Action log of the partnership'],
    ['Ref', 'Action', 'Lead officer', 'By when', 'BRAG', 'Progress', 'Comments'],
    ['4.1', 'Open a clinic in the north', 'home member', '31/3/27', 'G', 'One is open', 'Ask Jo'],
    ['4.2', 'Train every hostel in naloxone', '', '30/6/27', '', '', ''],
  ];
  const { reading, form } = await preview(officer, rows);
  expect(reading.rows.map((row) => [row.state, row.problems])).toEqual([
    ['new', []],
    ['new', []],
  ]);
  const id = await applyImport(officer, form, understanding);
  const [first, second] = (await getImport(officer, id, 1)).rows;
  expect([first?.row, second?.row]).toEqual([3, 4]);
  expect(await getItem(officer, first?.reference ?? '')).toMatchObject({
    yourReference: '4.1',
    owner: { id: home.member.id },
    dueDate: '2027-03-31',
    rag: 'green',
    imported: [{ heading: 'Comments', text: 'Ask Jo' }],
  });
  expect(await staleProjections(db)).toEqual([]);
  const again = await preview(officer, rows);
  expect(again.reading.rows.map(({ state, reference }) => [state, reference])).toEqual([
    ['unchanged', first?.reference],
    ['unchanged', second?.reference],
  ]);
});

test('a file of ours is held against the register as it was when it was exported', async () => {
  const [mine, theirs] = [await buildLocalAction(officer), await buildLocalAction(officer)];
  for (const reference of [mine, theirs]) await rate(officer, reference, rated('As exported'));
  const at = new Date(NOW.getTime() + 3_600_000);
  const later: Context = { ...officer, now: new Date(at.getTime() + 7_200_000) };
  const between: Context = { ...contextOf(db, away.officer), now: new Date(at.getTime() + 1000) };
  await rate(between, theirs, rated('Somebody was quicker'));
  const head = ['Reference', 'RAG status', 'Headline', 'Latest update', 'As at'];
  const row = (reference: string, headline: string) => [
    reference,
    'Green',
    headline,
    'As exported',
    at.toISOString(),
  ];
  const untouched = await preview(later, [
    head,
    row(mine, 'As exported'),
    row(theirs, 'As exported'),
  ]);
  expect(untouched.reading.rows.map(({ state }) => state)).toEqual(['unchanged', 'unchanged']);
  const edited = await preview(later, [head, row(mine, 'Mine'), row(theirs, 'Mine too')]);
  expect(edited.reading.rows.map(({ state }) => state)).toEqual(['changed', 'stale']);
  // Somebody else changes a row while its preview is looked at.
  await rate(between, mine, rated('Quicker still'));
  await expect(applyImport(later, edited.form, understanding)).rejects.toThrow(ConflictError);
  const anew = await preview(later, [head, row(mine, 'Mine'), row(theirs, 'Mine too')]);
  expect(anew.reading.rows.map(({ state }) => state)).toEqual(['stale', 'stale']);
  await applyImport(
    later,
    {
      ...anew.form,
      rows: [1],
      fingerprint: fingerprintOf(anew.reading.rows.filter(({ row: one }) => one === 1)),
    },
    understanding,
  );
  expect((await getItem(later, mine)).headline).toBe('Mine');
  expect((await getItem(later, theirs)).headline).toBe('Somebody was quicker');
});

test('somebody who cannot sign in becomes an owner, and gives way to another', async () => {
  const person = { name: 'Sam Nurse', position: 'Nurse', organisationId: homeId };
  const id = await addPerson(officer, { ...person, ...opened() });
  const reference = await buildLocalAction(officer, { ownerId: home.member.id });
  for (const [from, to, ownerId] of [
    ['home member', person.name, id],
    [person.name, 'home member', home.member.id],
  ] as const) {
    const { reading, form } = await preview(officer, [
      ['Reference', 'Owner'],
      [reference, to],
    ]);
    expect(reading.rows.flatMap(({ changes, problems }) => [...changes, ...problems])).toEqual([
      { field: 'owner', label: 'Owner', from, to, understood: null },
    ]);
    await applyImport(officer, form, understanding);
    expect((await getItem(officer, reference)).owner?.id).toBe(ownerId);
  }
});

test('what somebody else has numbered since stays as they have it', async () => {
  const reference = await buildLocalAction(officer, { yourReference: '=4.1' });
  const at = new Date(NOW.getTime() + 3_600_000);
  const later: Context = { ...officer, now: new Date(at.getTime() + 7_200_000) };
  const between: Context = { ...officer, now: new Date(at.getTime() + 1000) };
  const { shortTitle, text, wordingNumber } = await db.item.findUniqueOrThrow({
    where: { reference },
  });
  await editLocalAction(between, reference, {
    ...opened(),
    basedOn: wordingNumber,
    shortTitle,
    text,
    yourReference: '5.2',
  });
  const head = ['Reference', 'Your reference', 'As at'];
  const state = async (yours: string) => {
    const { reading } = await preview(later, [head, [reference, yours, at.toISOString()]]);
    return reading.rows[0]?.state;
  };
  expect(await state('=4.1')).toBe('unchanged');
  // As CSV has it, which was then saved as a workbook.
  expect(await state("'=4.1")).toBe('unchanged');
  expect(await state('6.3')).toBe('stale');
});
