import { beforeAll, describe, expect, test } from 'vitest';
import { getAsAt } from '@/lib/data/as-at';
import { getItem } from '@/lib/data/item-view';
import { getMovement, getMovementSinceMeeting } from '@/lib/data/movement';
import { getRegister } from '@/lib/data/register';
import type { RegisterQuery } from '@/lib/domain/register';
import { buildMeeting } from '@/seed/builders/board';
import { askForTime, askToClose, decideAt } from '@/seed/builders/decisions';
import { buildLocalAction, own, rate } from '@/seed/builders/register';
import { contextOf, makeActors } from '../support/actors';
import { testDatabase } from '../support/database';
import { hideEvidence, makeEvidence, restrict } from '../support/make';
import { registerQuery } from '../support/reads';

const { db } = await testDatabase();
const { home, away } = await makeActors(db);
const officer = (day: string) => contextOf(db, away.officer, new Date(`2026-${day}T10:00:00Z`));
const [DURING, BETWEEN, NOW] = [officer('11-24'), officer('11-27'), officer('12-10')];
const green = { rag: 'green', headline: 'On course', words: 'w', recovery: undefined } as const;
const red = { rag: 'red', headline: 'Off course', words: 'w', recovery: 'Help' } as const;
const names = new Map<string, string>();
const meetings = { first: '', second: '' };

beforeAll(async () => {
  meetings.first = await buildMeeting(DURING, {
    date: '2026-11-25',
    startsAt: '14:00',
    venue: 'Hall',
  });
  meetings.second = await buildMeeting(DURING, {
    date: '2026-12-02',
    startsAt: '14:00',
    venue: 'Hall',
  });
  const make = async (name: string, context = DURING) => {
    const due = { scheduling: 'due', due: '2027-06-30' } as const;
    const reference = await buildLocalAction(context, { shortTitle: name, ...due });
    names.set(reference, name);
    return reference;
  };
  // Before the first meeting.
  const improves = await make('improves');
  const worsens = await make('worsens');
  const still = await make('still');
  const spoken = await make('spoken');
  const closes = await make('closes');
  const first = await make('first rating');
  const hidden = await make('hidden');
  for (const one of [worsens, still, spoken, closes, hidden]) await rate(DURING, one, green);
  await rate(DURING, improves, red);
  await restrict(DURING, hidden);
  // Between the two meetings.
  await rate(BETWEEN, improves, green);
  await rate(BETWEEN, worsens, red);
  await rate(BETWEEN, spoken, { ...green, words: 'More of the same' });
  await rate(BETWEEN, first, green);
  await rate(BETWEEN, hidden, red);
  await make('new', BETWEEN);
  await askForTime(BETWEEN, worsens, { scheduling: 'due', due: '2027-09-30', reason: 'Late' });
  await askToClose(BETWEEN, closes, { outcome: 'superseded', reason: 'Another does it' });
  await own(BETWEEN, improves, { ownerId: home.member.id, leadOrganisationId: undefined });
  await makeEvidence(BETWEEN, improves);
  const secret = await makeEvidence(BETWEEN, still);
  await hideEvidence(BETWEEN, secret);
  // On the day of the second, after it: recorded before the day has ended.
  await decideAt(officer('12-02'), meetings.second, {
    [worsens]: { result: 'agreed' },
    [closes]: { result: 'agreed' },
  });
  // And after it.
  await rate(NOW, still, red);
});

async function between(from: string, to: string | null, actor = away.officer) {
  const reader = { ...NOW, actor };
  const start = await getAsAt(reader, from);
  const end = to ? await getAsAt(reader, to) : { context: reader, asAt: null };
  const all = { kind: [], movement: [], flag: [] };
  const view = await getMovement(end.context, start.asAt, end.asAt, all);
  const local = view.rows.filter((row) => row.kind === 'local_action');
  return {
    view,
    moved: Object.fromEntries(
      local.map((row) => [row.shortTitle, [row.movement, ...row.flags].join(' ')]),
    ),
  };
}

const MOVED = {
  improves: 'improved owner_changed evidence_added',
  worsens: 'worsened extended',
  still: 'unchanged evidence_added',
  spoken: 'unchanged',
  closes: 'closed_otherwise',
  'first rating': 'newly_rated',
  hidden: 'worsened',
  new: 'new',
};

describe('between two meetings', () => {
  test('each thing moved one way, with what else happened', async () => {
    const { view, moved } = await between('meeting:2026-11-25', 'meeting:2026-12-02');
    expect(moved).toEqual(MOVED);
    expect(view.counts.worsened.local_action).toBe(2);
    // Nothing was done to the others.
    expect(view.counts.unchanged.recommendation).toBe(32);
    expect(view.noMovement).toBe(32 + 20);
  });

  test('what is restricted is in no count of those it is hidden from', async () => {
    const { view, moved } = await between('meeting:2026-11-25', 'meeting:2026-12-02', home.viewer);
    const { hidden: _, ...rest } = MOVED;
    // Nor is evidence that they may not see a reason for anything.
    expect(moved).toEqual({ ...rest, still: 'unchanged no_movement' });
    expect(view.counts.worsened.local_action).toBe(1);
  });

  test('does not change by what happens later', async () => {
    const before = await between('2026-11-25', '2026-12-02');
    const reference = [...names].find(([, name]) => name === 'spoken')?.[0] ?? '';
    await rate(officer('12-11'), reference, red);
    expect(await between('2026-11-25', '2026-12-02')).toEqual(before);
  });

  test('of the same day there is none', async () => {
    const { moved } = await between('2026-11-27', '2026-11-27');
    expect(new Set(Object.values(moved))).toEqual(new Set(['unchanged no_movement']));
  });
});

describe('since the last meeting', () => {
  test('is what registers mark, and what the dashboard counts', async () => {
    const register = await getRegister(NOW, 'local_action', registerQuery());
    const marks = Object.fromEntries(register.rows.map((row) => [row.shortTitle, row.movement]));
    expect(marks).toMatchObject({ still: 'worsened', improves: 'unchanged', closes: 'unchanged' });
    const view = await getMovementSinceMeeting(NOW);
    expect(view?.from.meeting?.slug).toBe(meetings.second);
    const worsened = view?.rows.filter((row) => row.movement === 'worsened');
    expect(worsened?.map((row) => row.shortTitle)).toContain('still');
    expect(view?.counts.worsened.local_action).toBe(worsened?.length);
  });

  test('narrows a register, with the count of each', async () => {
    const read = (movement: RegisterQuery['movement']) =>
      getRegister(NOW, 'local_action', registerQuery({ movement }));
    const worsened = await read(['worsened']);
    expect(worsened.rows.map((row) => row.movement)).toEqual(worsened.rows.map(() => 'worsened'));
    expect(worsened.rows.map((row) => row.shortTitle)).toContain('still');
    const { rows, filters } = await read([]);
    for (const { value, count } of filters.movement ?? []) {
      const those = rows.filter((row) => row.movement === value);
      expect([value, count]).toEqual([value, those.length]);
    }
  });

  test('on the day of a meeting counts from the one before it', async () => {
    const { context } = await getAsAt(NOW, 'meeting:2026-12-02');
    const register = await getRegister(context, 'local_action', registerQuery());
    const marks = Object.fromEntries(register.rows.map((row) => [row.shortTitle, row.movement]));
    expect(marks.improves).toBe('improved');
  });

  test('without any meeting counts from where the register begins, and marks nothing', async () => {
    const early = { ...NOW, now: new Date('2026-11-24T12:00:00Z'), asAt: true as const };
    const register = await getRegister(early, 'local_action', registerQuery());
    expect(register.rows.every((row) => row.movement === null)).toBe(true);
    expect((await getMovementSinceMeeting(early))?.from.meeting).toBeNull();
  });
});

test('an item’s strip shows what stood at each meeting', async () => {
  const [improves, created] = ['improves', 'new'].map(
    (wanted) => [...names].find(([, name]) => name === wanted)?.[0] ?? '',
  );
  const strip = async (reference = '') =>
    (await getItem(NOW, reference)).ragAtMeetings.map(({ date, rag }) => [date, rag]);
  expect(await strip(improves)).toEqual([
    ['2026-11-25', 'red'],
    ['2026-12-02', 'green'],
  ]);
  expect(await strip(created)).toEqual([
    ['2026-11-25', null],
    ['2026-12-02', 'not_rated'],
  ]);
});
