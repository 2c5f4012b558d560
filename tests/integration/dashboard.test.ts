import { describe, expect, test } from 'vitest';
import { getDashboard } from '@/lib/data/dashboard';
import { withdrawLocalAction } from '@/lib/data/local-actions';
import { getRegister } from '@/lib/data/register';
import { systemActor } from '@/lib/domain/permissions';
import { RAG_STATUSES } from '@/lib/domain/rag';
import { NONE, type RegisterQuery } from '@/lib/domain/register';
import { buildMeeting } from '@/seed/builders/board';
import { buildLocalAction, opened, own, rate } from '@/seed/builders/register';
import { contextOf, makeActors, NOW } from '../support/actors';
import { fillRegister } from '../support/bulk';
import { testDatabase } from '../support/database';
import { hideEvidence, makeEvidence, restrict, withdraw } from '../support/make';
import { randomFrom } from '../support/random';
import { registerQuery } from '../support/reads';

const { db } = await testDatabase();
const actors = await makeActors(db);
const { home, away, homeId } = actors;
await fillRegister(db, actors, randomFrom(8), 70);

const READERS = {
  system: systemActor,
  viewer: home.viewer,
  member: home.member,
  officer: away.officer,
};

describe('every count is the total of the register that it leads to', () => {
  test.each(Object.entries(READERS))('for the %s', async (_, reader) => {
    const context = contextOf(db, reader);
    const { kinds } = await getDashboard(context);
    expect(kinds.map((one) => one.kind)).toEqual(['recommendation', 'commitment', 'local_action']);
    for (const counts of kinds) {
      const total = async (query: Partial<RegisterQuery>) =>
        (await getRegister(context, counts.kind, registerQuery(query))).total;
      // As components/dashboard/kind-panel.tsx links them.
      const open: Partial<RegisterQuery> = { lifecycle: ['open'] };
      for (const status of RAG_STATUSES) {
        expect([status, counts.rag[status]]).toEqual([status, await total({ rag: [status] })]);
      }
      expect(counts.total).toBe(await total({ rag: [...RAG_STATUSES] }));
      expect(counts.unowned).toBe(await total({ owner: [NONE], ...open }));
      expect(counts.withoutEvidence).toBe(await total({ evidence: ['none'], ...open }));
      expect(counts.closedOtherwise).toBe(await total({ lifecycle: ['closed'] }));
      if (counts.kind === 'local_action') {
        expect(counts.overdue).toBe(await total({ schedule: ['overdue'] }));
        expect(counts.dueSoon).toBe(await total({ schedule: ['due_soon'] }));
        // There is something to count.
        const { overdue, dueSoon, unowned, withoutEvidence } = counts;
        expect(Math.min(overdue ?? 0, dueSoon ?? 0, unowned, withoutEvidence)).toBeGreaterThan(0);
      } else {
        expect([counts.overdue, counts.dueSoon]).toEqual([null, null]);
      }
    }
  });

  test('headings and notes are not among them', async () => {
    const { kinds } = await getDashboard(contextOf(db));
    expect(kinds.map((one) => one.total).slice(0, 2)).toEqual([32, 20]);
  });
});

describe('mine', () => {
  test('is what I own, worst first, eight at the most', async () => {
    const context = contextOf(db, home.member);
    const { mine, mineTotal } = await getDashboard(context);
    const owned = await Promise.all(
      (['recommendation', 'commitment', 'local_action'] as const).map((kind) =>
        getRegister(
          context,
          kind,
          registerQuery({
            owner: [home.member.id],
            lifecycle: ['open'],
          }),
        ),
      ),
    );
    expect(mineTotal).toBe(owned.reduce((sum, view) => sum + view.total, 0));
    expect(mine).toHaveLength(Math.min(8, mineTotal));
    expect(mine.every((row) => row.owner?.id === home.member.id && row.lifecycle === 'open')).toBe(
      true,
    );
    const rank = mine.map((row) => [
      row.schedule === 'overdue' ? 0 : 1,
      ['red', 'amber', 'green', 'blue', 'not_rated'].indexOf(row.rag),
    ]);
    expect(rank).toEqual([...rank].sort(([a = 0, b = 0], [c = 0, d = 0]) => a - c || b - d));
    expect((await getDashboard(contextOf(db))).mine).toEqual([]);
  });
});

describe('what changed last', () => {
  const titles = async (reader: (typeof READERS)[keyof typeof READERS]) =>
    (await getDashboard(contextOf(db, reader))).recent.map((one) => [
      one.reference,
      one.title,
      one.author?.name,
    ]);

  test('newest first, by people, without what the reader may not see', async () => {
    const at = (minutes: number) =>
      contextOf(db, away.officer, new Date(NOW.getTime() + minutes * 60_000));
    const reference = await buildLocalAction(at(1));
    await rate(at(2), reference, { rag: 'green', headline: 'h', words: 'w', recovery: undefined });
    await own(contextOf(db, systemActor, at(3).now), 'R1', {
      ownerId: home.member.id,
      leadOrganisationId: undefined,
    });
    const seen = await makeEvidence(at(4), 'R2');
    const hiddenEvidence = await makeEvidence(at(5), 'R3');
    await hideEvidence(at(6), hiddenEvidence, [homeId]);
    const gone = await makeEvidence(at(7), 'R4');
    await withdraw(at(8), gone);
    const secret = await buildLocalAction(at(9));
    await restrict(at(10), secret, [homeId]);
    const everybody = [
      ['R2', 'Evidence added', 'away officer'],
      [reference, 'Status update posted', 'away officer'],
      [reference, 'Created', 'away officer'],
    ];
    expect(await titles(home.member)).toEqual(everybody);
    expect(await titles(home.viewer)).toEqual(everybody);
    expect(await titles(away.officer)).toEqual([
      [secret, 'Created', 'away officer'],
      ['R3', 'Evidence added', 'away officer'],
      ...everybody,
    ]);
    expect(seen).not.toBe(hiddenEvidence);
    for (let minute = 11; minute < 30; minute += 1) await makeEvidence(at(minute), 'R5');
    expect(await titles(home.member)).toHaveLength(10);
  });

  test('a withdrawn action leaves the counts', async () => {
    const reference = await buildLocalAction(contextOf(db));
    const counts = async () => (await getDashboard(contextOf(db))).kinds[2];
    const before = await counts();
    await withdrawLocalAction(contextOf(db), reference, {
      ...opened(),
      basedOn: 1,
      reason: 'Twice',
    });
    const after = await counts();
    expect([before?.total, before?.unowned]).toEqual([
      (after?.total ?? 0) + 1,
      (after?.unowned ?? 0) + 1,
    ]);
  });
});

test('the meetings before and after today, in London', async () => {
  const context = contextOf(db);
  for (const date of ['2026-09-03', '2026-11-24', '2026-12-03']) {
    await buildMeeting(context, { date, startsAt: '14:00', venue: 'Town hall' });
  }
  const meetings = async (now: string) => {
    const view = await getDashboard(contextOf(db, systemActor, new Date(now)));
    return [view.lastMeeting?.date, view.nextMeeting?.date];
  };
  expect(await meetings('2026-11-23T10:00:00Z')).toEqual(['2026-09-03', '2026-11-24']);
  // A meeting of today is still to come.
  expect(await meetings('2026-11-24T23:59:59Z')).toEqual(['2026-09-03', '2026-11-24']);
  expect(await meetings('2026-11-25T00:00:00Z')).toEqual(['2026-11-24', '2026-12-03']);
  expect(await meetings('2027-01-01T00:00:00Z')).toEqual(['2026-12-03', undefined]);
  expect(await meetings('2026-01-01T00:00:00Z')).toEqual([undefined, '2026-09-03']);
  await db.meeting.updateMany({ where: { slug: '2026-11-24' }, data: { cancelled: true } });
  expect(await meetings('2026-11-25T00:00:00Z')).toEqual(['2026-09-03', '2026-12-03']);
});
