import { parse as parseCsv } from 'csv-parse/sync';
import readExcelFile from 'read-excel-file/node';
import { describe, expect, test } from 'vitest';
import { getAsAt } from '@/lib/data/as-at';
import { getRegister } from '@/lib/data/register';
import { exportRegister } from '@/lib/data/register-export';
import { addDays, formatInstant, londonDay } from '@/lib/domain/dates';
import { ITEM_KINDS, type ItemKind } from '@/lib/domain/item';
import { MOVEMENT_NAMES } from '@/lib/domain/movement';
import { systemActor } from '@/lib/domain/permissions';
import type { RegisterQuery } from '@/lib/domain/register';
import { exportFacts } from '@/lib/domain/register-export';
import { tableCsv } from '@/lib/spreadsheets/csv';
import { registerWorkbook } from '@/lib/spreadsheets/register-workbook';
import { buildAccount } from '@/seed/builders/accounts';
import { buildMeeting } from '@/seed/builders/board';
import { buildLocalAction, own, rate } from '@/seed/builders/register';
import { contextOf, makeActors, NOW } from '../support/actors';
import { fillRegister } from '../support/bulk';
import { testDatabase } from '../support/database';
import { randomFrom } from '../support/random';
import { registerQuery } from '../support/reads';

const { db } = await testDatabase();
const actors = await makeActors(db);
await fillRegister(db, actors, randomFrom(11), 110);
const officer = contextOf(db, actors.home.officer);
await buildMeeting(officer, { date: '2026-09-03', startsAt: '14:00', venue: 'Town hall' });

const QUERIES: Array<[string, Partial<RegisterQuery>]> = [
  ['as it stands', {}],
  ['narrowed', { rag: ['red', 'amber'], evidence: ['none'] }],
  ['searched', { q: 'e' }],
  ['by owner, downwards', { sort: 'owner', order: 'down' }],
  ['by schedule', { sort: 'schedule' }],
  ['withdrawn ones', { lifecycle: ['withdrawn', 'open'], sort: 'updated', order: 'down' }],
  ['from its second page', { page: 2 }],
];

/** Every row that the pages of a register show, and how each moved. */
async function onScreen(
  context: typeof officer,
  kind: ItemKind,
  query: RegisterQuery,
): Promise<Array<[string, string | null]>> {
  const rows: Array<[string, string | null]> = [];
  for (let page = 1; ; page += 1) {
    const view = await getRegister(context, kind, { ...query, page });
    for (const { reference, movement } of view.rows) {
      rows.push([reference, movement && MOVEMENT_NAMES[movement]]);
    }
    if (page >= view.pages) return rows;
  }
}

describe('a register as a file holds what its pages show, in their order', () => {
  const readers = [
    ['the system', contextOf(db, systemActor)],
    ['an officer', officer],
    ['a viewer', contextOf(db, actors.home.viewer)],
    ['an officer, as at an earlier moment', { ...officer, asAt: true as const }],
  ] as const;
  const cases = readers.flatMap(([who, context]) =>
    ITEM_KINDS.flatMap((kind) =>
      QUERIES.map(([what, query]) => ({ who, context, kind, what, query: registerQuery(query) })),
    ),
  );

  test.each(cases)('$kind, $what, for $who', async ({ context, kind, query }) => {
    const file = await exportRegister(context, kind, query);
    const place = file.table.columns.findIndex(({ key }) => key === 'movement');
    expect(
      file.table.rows.map(({ reference, cells }) => [reference, cells[place] ?? null]),
    ).toEqual(await onScreen(context, kind, query));
  });

  test('the cases are not all empty', async () => {
    const { table } = await exportRegister(officer, 'local_action', registerQuery(QUERIES[1]?.[1]));
    expect(table.rows.length).toBeGreaterThan(2);
  });
});

test('both files have the same columns and words, and say when they stood so', async () => {
  const file = await exportRegister(
    officer,
    'local_action',
    registerQuery({ rag: ['red'], sort: 'owner' }),
  );
  const headings = file.table.columns.map(({ heading }) => heading);
  expect(headings.slice(-2)).toEqual(['Your reference', 'As at']);
  const records: string[][] = parseCsv(tableCsv(file.table), { bom: true });
  expect(records[0]).toEqual(headings);
  const sheets = await readExcelFile(
    Buffer.from(await registerWorkbook(file, 'https://tracker.example')),
  );
  const [register, about, key] = sheets;
  expect(sheets.map(({ sheet }) => sheet)).toEqual(['Local actions', 'About', 'RAG key']);
  expect(register?.data[0]).toEqual(headings);
  const references = file.table.rows.map(({ reference }) => reference);
  expect(records.slice(1).map(([reference]) => reference)).toEqual(references);
  expect(register?.data.slice(1).map(([reference]) => reference)).toEqual(references);
  for (const row of [...records.slice(1), ...(register?.data.slice(1) ?? [])]) {
    expect(row[headings.indexOf('As at')]).toBe(NOW.toISOString());
  }
  const said = (about?.data ?? []).map(([label, text]) => [label, text]);
  expect(said).toContainEqual(['Narrowed by', 'RAG status: Red']);
  expect(said).toContainEqual(['Order', 'Owner']);
  expect(key?.data).toHaveLength(6);
});

test('an earlier moment is exported as it was exported then', async () => {
  const later = contextOf(db, actors.away.officer, new Date(NOW.getTime() + 3_600_000));
  const then = { ...later, now: new Date(NOW.getTime() + 60_000) };
  const reference = await buildLocalAction(officer, {
    shortTitle: '=1+1',
    text: "'- typed\n\n so _x0041_",
    ownerId: actors.away.member.id,
  });
  const before = { headline: '@once', words: 'Well', recovery: undefined };
  await rate(officer, reference, { rag: 'green', ...before });
  const query = registerQuery({ q: 'typed' });
  const exported = await exportRegister(then, 'local_action', query);
  expect(exported.table.rows.map((row) => row.reference)).toEqual([reference]);

  await rate(later, reference, { rag: 'red', headline: 'Now', words: 'Ill', recovery: 'Help' });
  await own(later, reference, { ownerId: actors.home.member.id });
  const asAt = await exportRegister({ ...then, asAt: true }, 'local_action', query);
  expect(asAt.table.rows).toEqual(exported.table.rows);
  const present = await exportRegister(later, 'local_action', query);
  expect(present.table.rows).not.toEqual(exported.table.rows);
});

test('owners of one name are told apart, in a file as elsewhere', async () => {
  const account = (email: string, position: string) =>
    buildAccount(contextOf(db), {
      email,
      name: 'Kim White',
      position,
      roles: ['member'],
      organisationId: actors.homeId,
    });
  const ownersOf = async () => {
    const { table } = await exportRegister(
      officer,
      'local_action',
      registerQuery({ q: 'White', sort: 'reference' }),
    );
    const place = table.columns.findIndex(({ key }) => key === 'owner');
    return table.rows.map(({ cells }) => cells[place]);
  };
  const first = await account('kim@example.org', 'Nurse');
  await buildLocalAction(officer, { ownerId: first.id });
  expect(await ownersOf()).toEqual(['Kim White']);
  const second = await account('other.kim@example.org', 'Commissioner');
  await buildLocalAction(officer, { ownerId: second.id });
  expect(await ownersOf()).toEqual(['Kim White (Nurse)', 'Kim White (Commissioner)']);
});

test('what was being written meanwhile is recorded after the moment that the file gives', async () => {
  const shift = (iso: string) => NOW.getTime() - Date.parse(iso);
  await db.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT pg_current_xact_id()::text`;
    const { cutOff } = await exportRegister(officer, 'local_action', registerQuery());
    expect(shift(cutOff)).toBeGreaterThanOrEqual(1000);
  });
  const { cutOff } = await exportRegister(officer, 'local_action', registerQuery());
  expect(shift(cutOff)).toBe(0);
});

test('as at today is as at now: the rest of the day is yet to come', async () => {
  const { context } = await getAsAt(officer, londonDay(NOW));
  const file = await exportRegister(context, 'recommendation', registerQuery());
  expect(file.cutOff).toBe(NOW.toISOString());
  expect(exportFacts(file)).toContainEqual(['As at', formatInstant(NOW)]);
  const { context: then } = await getAsAt(officer, addDays(londonDay(NOW), -1));
  const past = await exportRegister(then, 'recommendation', registerQuery());
  expect(past.cutOff).toBe('2026-11-22T23:59:59.999Z');
  expect(exportFacts(past)).toContainEqual(['As at', 'The end of 22 November 2026']);
});
