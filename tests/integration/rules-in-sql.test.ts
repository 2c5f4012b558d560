import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { getBoard } from '@/lib/data/board';
import { getItem } from '@/lib/data/item-view';
import { toColumn } from '@/lib/data/plain-date';
import { getRegister } from '@/lib/data/register';
import { setDateRules } from '@/lib/data/settings';
import { addDays, londonDay, type PlainDate } from '@/lib/domain/dates';
import { evidenceState } from '@/lib/domain/evidence';
import type { Outcome } from '@/lib/domain/item';
import { scheduleState } from '@/lib/domain/schedule';
import { buildLocalAction, opened } from '@/seed/builders/register';
import { contextOf, makeActors, NOW } from '../support/actors';
import { testDatabase } from '../support/database';
import { close, makeEvidence, withdraw } from '../support/make';
import { registerQuery } from '../support/reads';

const { db } = await testDatabase();
await makeActors(db);
const system = contextOf(db);

/** The middle of the dates below; and moments when it is another day in London than in UTC. */
const DAY = '2026-06-15';
const MOMENTS = [
  '2026-06-15T11:00:00Z',
  '2026-06-14T23:00:00Z',
  '2026-06-14T22:59:59Z',
  '2026-06-15T23:30:00Z',
  '2026-03-29T00:30:00Z',
  '2026-10-25T00:30:00Z',
];
const NEAR = [null, -31, -1, 0, 1, 29, 30, 31, 400] as const;
const near = (days: number | null): PlainDate | null => (days === null ? null : addDays(DAY, days));
const DATES = NEAR.flatMap((due) =>
  [null, -1, 0, 1].map((review) => ({ dueDate: near(due), reviewDate: near(review) })),
);
const ENDS: ReadonlyArray<{ outcome: Outcome | null; closedOn: PlainDate | null }> = [
  { outcome: null, closedOn: null },
  ...[-2, 0, 1].map((days) => ({ outcome: 'complete' as const, closedOn: near(days) })),
  { outcome: 'superseded', closedOn: near(5) },
];
const CASES = DATES.flatMap((dates) => ENDS.map((end) => ({ ...dates, ...end })));

beforeAll(async () => {
  await db.item.createMany({
    data: CASES.map(({ dueDate, reviewDate, outcome, closedOn }, index) => ({
      kind: 'local_action',
      reference: `A${index + 1}`,
      ordinal: (index + 1) * 1000,
      createdAt: NOW,
      lastRecordedAt: NOW,
      shortTitle: 'Dated',
      text: 'Dated',
      lifecycle: outcome ? ('closed' as const) : ('open' as const),
      outcome,
      dueDate: toColumn(dueDate),
      reviewDate: toColumn(reviewDate),
      closedOn: toColumn(closedOn),
    })),
  });
});

async function everySchedule(now: Date) {
  const read = new Map<string, string | null>();
  for (let page = 1; page <= Math.ceil(CASES.length / 25); page += 1) {
    const query = registerQuery({ page });
    const { rows } = await getRegister(contextOf(db, system.actor, now), 'local_action', query);
    for (const row of rows) read.set(row.reference, row.schedule);
  }
  return CASES.map((_, index) => read.get(`A${index + 1}`));
}

test.each(MOMENTS)('the schedule in SQL is the rule of lib/domain, at %s', async (moment) => {
  const now = new Date(moment);
  const expected = CASES.map(({ dueDate, reviewDate, outcome, closedOn }) =>
    outcome && outcome !== 'complete'
      ? null
      : scheduleState({ dueDate, reviewDate, completedOn: closedOn }, londonDay(now), 30),
  );
  expect(await everySchedule(now)).toEqual(expected);
  expect(new Set(expected).size).toBeGreaterThan(4);
});

test('with the days that the board chose', async () => {
  const { version: basedOn } = await getBoard({ db });
  const rules = { updatesDueDays: 10, papersIssuedDays: 5, dueSoonDays: 1, reviewMonths: 12 };
  await setDateRules(contextOf(db), { ...opened(), basedOn, ...rules });
  const now = new Date(`${DAY}T12:00:00Z`);
  const soon = CASES.map(({ dueDate, reviewDate, outcome, closedOn }) =>
    outcome && outcome !== 'complete'
      ? null
      : scheduleState({ dueDate, reviewDate, completedOn: closedOn }, DAY, 1),
  );
  expect(await everySchedule(now)).toEqual(soon);
});

test('recommendations have no schedule, whatever dates their source sets', async () => {
  const late = contextOf(db, system.actor, new Date('2040-01-01T00:00:00Z'));
  const { rows, filters } = await getRegister(late, 'recommendation', registerQuery());
  expect(rows.every((row) => row.schedule === null)).toBe(true);
  expect(filters.schedule).toBeUndefined();
});

test.each([[[]], [[-1]], [[0]], [[1]], [[-1, 0]], [[1, -400]], [[-1, -2]]])(
  'evidence to be reviewed in %j days',
  async (days) => {
    const added = contextOf(db, system.actor, new Date('2025-01-01T09:00:00Z'));
    const reference = await buildLocalAction(added, {});
    for (const one of days) {
      const reviewOn = addDays(DAY, one);
      await makeEvidence(added, reference, {
        datedOn: '2024-12-01',
        reviewOn,
        submissionId: randomUUID(),
      });
    }
    // One that was withdrawn never counts.
    await withdraw(
      added,
      await makeEvidence(added, reference, { datedOn: '2024-12-01', reviewOn: '2040-01-01' }),
    );
    const latest =
      days
        .map((one) => addDays(DAY, one))
        .sort()
        .at(-1) ?? null;
    for (const moment of MOMENTS.slice(0, 4)) {
      const now = new Date(moment);
      const view = await getItem(contextOf(db, system.actor, now), reference);
      expect(view.evidence).toBe(evidenceState(latest, londonDay(now)));
      const outOfDate = view.evidenceList
        .filter((one) => !one.withdrawn)
        .map((one) => one.outOfDate);
      expect(outOfDate.sort()).toEqual(
        days.map((one) => addDays(DAY, one) < londonDay(now)).sort(),
      );
    }
  },
);

test('an action that is closed says when it was done', async () => {
  const reference = await buildLocalAction(system, { scheduling: 'due', due: '2026-11-20' });
  await close(system, reference, 'complete', '2026-11-21');
  const view = await getItem(system, reference);
  expect([view.schedule, view.rag, view.closedOn]).toEqual(['done_late', 'blue', '2026-11-21']);
  expect([view.may.setRag, view.may.edit, view.may.addEvidence]).toEqual([false, false, false]);
});
