import { randomUUID } from 'node:crypto';
import { PrismaPg } from '@prisma/adapter-pg';
import { afterAll, describe, expect, test } from 'vitest';
import { getActivity } from '@/lib/data/activity';
import { listChallenges, listChallengesOf } from '@/lib/data/challenges';
import type { Context } from '@/lib/data/context';
import { getDashboard } from '@/lib/data/dashboard';
import { getMeetingDecisions, listAwaiting } from '@/lib/data/decisions-view';
import { getEvidence } from '@/lib/data/evidence-view';
import { getGrouping, listGroupings, listObjectives } from '@/lib/data/groupings-view';
import { getHistory } from '@/lib/data/history';
import { getImportFacts } from '@/lib/data/import-facts';
import { getImport, listImports } from '@/lib/data/imports-view';
import { getItem } from '@/lib/data/item-view';
import { addReading } from '@/lib/data/local-actions';
import { getMovementSinceMeeting } from '@/lib/data/movement';
import { getPerson, listOrganisations, listPeople } from '@/lib/data/people-view';
import { askQuestion } from '@/lib/data/questions';
import { countQuestionsToAnswer, listQuestions } from '@/lib/data/questions-view';
import { getRegister } from '@/lib/data/register';
import { exportRegister } from '@/lib/data/register-export';
import { getReturns } from '@/lib/data/returns';
import { getSource, listSources } from '@/lib/data/sources-view';
import { getStart, listArrangement } from '@/lib/data/start';
import { activityQuerySchema } from '@/lib/domain/activity';
import { PrismaClient } from '@/prisma/client/client';
import { buildMeeting } from '@/seed/builders/board';
import { buildLocalAction, declare, opened, own, rate } from '@/seed/builders/register';
import { contextOf, makeActors } from '../support/actors';
import { testDatabase } from '../support/database';
import { importAsks } from '../support/imports';
import { bringTo, hideEvidence, makeEvidence, makeFile, withdraw } from '../support/make';
import { registerQuery } from '../support/reads';

const { db, url } = await testDatabase();
const { home, away, homeId } = await makeActors(db);
const officer = contextOf(db, home.officer);

/** A connection that tells what it is asked. */
const listening = new PrismaClient({
  adapter: new PrismaPg({ connectionString: url, max: 4, options: '-c TimeZone=UTC' }),
  log: [{ emit: 'event', level: 'query' }],
});
const asked: string[] = [];
listening.$on('query', ({ query }) => asked.push(query));
afterAll(() => listening.$disconnect());

async function queriesOf(read: (context: Context) => Promise<unknown>): Promise<string[]> {
  asked.length = 0;
  await read({ ...officer, db: listening });
  return [...asked];
}

const asAt = (context: Context): Context => ({ ...context, asAt: true });

/** An item with so many of everything that belongs to one. */
async function makeItem(times: number): Promise<{ reference: string; evidenceId: string }> {
  const [recommendations, groupings] = await Promise.all([
    db.item.findMany({ where: { kind: 'recommendation' }, take: times }),
    db.grouping.findMany({ where: { kind: 'theme' }, take: times }),
  ]);
  const reference = await buildLocalAction(officer, {
    itemIds: recommendations.map(({ id }) => id),
    groupingIds: groupings.map(({ id }) => id),
  });
  let evidenceId = '';
  for (let count = 0; count < times; count += 1) {
    const writer = contextOf(db, count % 2 ? home.officer : away.officer);
    const words = `Words ${count}`;
    const ownerId = count % 2 ? home.member.id : away.member.id;
    await own(writer, reference, { ownerId, leadOrganisationId: undefined });
    await rate(writer, reference, { rag: 'green', headline: 'h', words, recovery: undefined });
    await declare(writer, reference, 'our_response', { words, statedOn: '2026-10-01' });
    await declare(writer, reference, 'national_position', { words, statedOn: '2026-10-01' });
    await addReading(writer, reference, { readOn: '2026-10-01', value: '1', ...opened() });
    await askQuestion(writer, reference, { words: 'When?', ...opened() });
    evidenceId = await makeFile(writer, reference);
    await hideEvidence(writer, evidenceId, [homeId].slice(0, 0));
    await withdraw(writer, await makeEvidence(writer, reference));
  }
  return { reference, evidenceId };
}

const meeting = await buildMeeting(officer, {
  date: '2026-12-03',
  startsAt: '14:00',
  venue: 'Town hall',
});
const [few, many] = [await makeItem(1), await makeItem(8)];
await bringTo('proposed', officer, await buildLocalAction(officer), meeting);
await bringTo('asked', officer, await buildLocalAction(officer), meeting);
const imported = await importAsks(
  officer,
  Array.from({ length: 20 }, () => ({
    reference: few.reference,
    notes: [{ heading: 'Q1', text: randomUUID(), on: null, rag: null }],
    evidence: { url: 'https://www.example.org', title: 'Minutes' },
  })),
);

describe('the number of queries does not depend on how much there is', () => {
  test.each<[string, (context: Context, item: typeof few) => Promise<unknown>, number]>([
    ['an item’s page', (context, item) => getItem(context, item.reference), 38],
    ['the same as at a moment', (context, item) => getItem(asAt(context), item.reference), 38],
    ['its history', (context, item) => getHistory(context, item.reference, 1), 19],
    ['a piece of evidence', (context, item) => getEvidence(context, item.evidenceId), 12],
  ])('%s', async (_, read, most) => {
    const [fewer, more] = [
      await queriesOf((context) => read(context, few)),
      await queriesOf((context) => read(context, many)),
    ];
    expect(more.length).toBe(fewer.length);
    expect(more.length).toBeGreaterThan(1);
    expect(more.length).toBeLessThanOrEqual(most);
  });

  const boards: Array<[string, (context: Context) => Promise<unknown>, number]> = [
    ['a register', (context) => getRegister(context, 'local_action', registerQuery()), 6],
    [
      'one with filters',
      (context) =>
        getRegister(
          context,
          'local_action',
          registerQuery({ q: 'a', rag: ['green'], owner: [home.member.id], sort: 'owner' }),
        ),
      6,
    ],
    [
      'a register as a file',
      (context) => exportRegister(context, 'local_action', registerQuery()),
      12,
    ],
    ['the dashboard', getDashboard, 6],
    [
      'a register as at a moment',
      (context) => getRegister(asAt(context), 'local_action', registerQuery({ rag: ['green'] })),
      6,
    ],
    ['the dashboard as at a moment', (context) => getDashboard(asAt(context)), 6],
    ['what moved since the last meeting', (context) => getMovementSinceMeeting(context), 3],
    ['what awaits the board', (context) => listAwaiting(context), 6],
    ['a meeting’s decisions', (context) => getMeetingDecisions(context, meeting), 40],
    ['the challenge list', listChallenges, 7],
    ['the challenge list as at a moment', (context) => listChallenges(asAt(context)), 7],
    ['the challenges of an item', (context) => listChallengesOf(context, many.reference), 7],
    ['returns for a meeting', (context) => getReturns(context, meeting), 4],
    ['questions', (context) => listQuestions(context, { page: 1 }), 6],
    ['how many wait for an answer', countQuestionsToAnswer, 1],
    ['how far a new board has come', getStart, 2],
    ['every recommendation to arrange', listArrangement, 1],
    ['activity', (context) => getActivity(context, activityQuerySchema.parse({})), 24],
    ['the list of people', listPeople, 6],
    ['a person', (context) => getPerson(context, home.member.id), 10],
    ['the list of organisations', listOrganisations, 3],
    ['the register as an import sees it', (c) => getImportFacts(c, { sourceId: null }, null), 10],
    [
      'the same beside what it was',
      (c) => getImportFacts(c, { sourceId: null }, c.now.toISOString()),
      12,
    ],
    ['what was imported', (context) => listImports(context, 1), 2],
    ['an import', (context) => getImport(context, imported, 1), 5],
    ['the sources', listSources, 1],
    ['a source', (context) => getSource(context, 'R'), 5],
    ['the groupings', listGroupings, 1],
    ['the objectives', listObjectives, 3],
    ['a grouping', (context) => getGrouping(context, 'themes', 'housing'), 6],
  ];
  const before = new Map<string, number>();

  test.each(boards)('%s', async (name, read, most) => {
    const queries = await queriesOf(read);
    before.set(name, queries.length);
    expect(queries.length).toBeGreaterThan(0);
    expect(queries.length).toBeLessThanOrEqual(most);
  });

  test('and when there are many more', async () => {
    for (let count = 0; count < 30; count += 1) {
      const reference = await buildLocalAction(officer, { ownerId: home.member.id });
      await makeEvidence(officer, reference);
      await bringTo('proposed', officer, reference, meeting);
      await bringTo('asked', officer, reference, meeting);
      await importAsks(officer, [
        { reference, notes: [{ heading: 'Q1', text: 'Then', on: null, rag: null }] },
      ]);
    }
    for (const [name, read] of boards) {
      const queries = await queriesOf(read);
      expect([name, queries.length]).toEqual([name, before.get(name)]);
    }
  });
});

describe('the bytes of files', () => {
  test('are never read by a page', async () => {
    const reads: Array<(context: Context) => Promise<unknown>> = [
      (context) => getItem(context, many.reference),
      (context) => getHistory(context, many.reference, 1),
      (context) => getEvidence(context, many.evidenceId),
      (context) => getRegister(context, 'local_action', registerQuery()),
      (context) => getPerson(context, home.member.id),
      getDashboard,
    ];
    for (const read of reads) {
      const queries = await queriesOf(read);
      expect(queries.filter((query) => query.includes('FileChunk'))).toEqual([]);
    }
  });
});
