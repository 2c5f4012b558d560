import { describe, expect, test } from 'vitest';
import { rearranged, refuseRow } from '@/lib/domain/arrangement';
import { planMeetingsSchema, proposeYear, type Rhythm } from '@/lib/domain/meeting-plan';
import { isDone, isSettled, type StartFacts, type StartStep } from '@/lib/domain/start';

test.each<[string, Rhythm, string[]]>([
  // The first Thursday.
  ['2026-12-03', 'quarterly', ['2026-12-03', '2027-03-04', '2027-06-03', '2027-09-02']],
  // The fifth Friday, or the last where a month has four.
  ['2027-01-29', 'quarterly', ['2027-01-29', '2027-04-30', '2027-07-30', '2027-10-29']],
  [
    '2027-01-29',
    'two_monthly',
    ['2027-01-29', '2027-03-26', '2027-05-28', '2027-07-30', '2027-09-24', '2027-11-26'],
  ],
])('from %s, %s: %j', (first, every, dates) => {
  expect(proposeYear(first, every)).toEqual(dates);
});

test('every month is twelve meetings, each on the weekday of the first', () => {
  for (const first of ['2026-12-01', '2026-12-31', '2028-02-29']) {
    const dates = proposeYear(first, 'monthly');
    expect(dates).toHaveLength(12);
    expect(dates[0]).toBe(first);
    const weekday = (date: string) => new Date(date).getUTCDay();
    expect(new Set(dates.map(weekday))).toEqual(new Set([weekday(first)]));
    expect(new Set(dates.map((date) => date.slice(0, 7))).size).toBe(12);
  }
});

test('a year of meetings leaves out the dates that were emptied, and needs one', () => {
  const form = {
    submissionId: '0190a1d4-0000-7000-8000-000000000000',
    startsAt: '2pm',
    venue: 'Hall',
  };
  const date = (day: string) => ({ day, month: '3', year: '2027' });
  const parsed = planMeetingsSchema.parse({ ...form, dates: { m1: {}, m2: date('4') } });
  expect(parsed).toMatchObject({ startsAt: '14:00', dates: [{ key: 'm2', date: '2027-03-04' }] });
  const wrong = planMeetingsSchema.safeParse({ ...form, dates: { m1: date('32'), m2: date('4') } });
  expect(wrong.error?.issues.map(({ path }) => path.join('.'))).toEqual(['dates.m1']);
  expect(planMeetingsSchema.safeParse({ ...form, dates: { m1: {} } }).success).toBe(false);
  expect(planMeetingsSchema.safeParse(form).success).toBe(false);
});

describe('a row of the recommendations', () => {
  const drawn = { ourRole: 'watch', ownerId: null, leadOrganisationId: null } as const;

  test.each<[object, ReturnType<typeof rearranged>]>([
    [{}, null],
    [{ ourRole: 'watch', ownerId: '', leadOrganisationId: '' }, null],
    [{ ourRole: 'deliver' }, { ourRole: true, owner: false }],
    [{ ourRole: '' }, { ourRole: true, owner: false }],
    [
      { ourRole: 'watch', ownerId: 'x' },
      { ourRole: false, owner: true },
    ],
    [{ leadOrganisationId: 'x' }, { ourRole: false, owner: true }],
  ])('%j changes %j', (sent, changed) => {
    expect(rearranged(drawn, { number: 1, ...sent })).toEqual(changed);
  });

  test('takes nothing away', () => {
    const refuse = (sent: object, changed = { ourRole: true, owner: true }) =>
      Object.keys(refuseRow({ number: 1, ...sent }, changed) ?? {});
    expect(refuse({ ourRole: '', ownerId: 'x' })).toEqual(['ourRole']);
    expect(refuse({ ourRole: 'watch', ownerId: '' })).toEqual(['ownerId']);
    expect(refuse({ ourRole: 'watch', ownerId: 'x' })).toEqual([]);
    expect(refuse({ ownerId: '' }, { ourRole: false, owner: false })).toEqual([]);
  });
});

const NEW: StartFacts = {
  areas: 0,
  keyConfirmed: false,
  people: 1,
  meetings: 0,
  held: 0,
  recommendations: 32,
  withoutRole: 0,
  withoutOwner: 1,
  actions: 0,
};
test.each<[StartStep, Partial<StartFacts>, boolean]>([
  ['board', {}, false],
  ['board', { areas: 1 }, true],
  ['key', {}, false],
  ['key', { keyConfirmed: true }, true],
  ['people', {}, false],
  ['people', { people: 2 }, true],
  ['meetings', { meetings: 1 }, false],
  ['meetings', { meetings: 2 }, true],
  ['recommendations', {}, false],
  ['recommendations', { withoutOwner: 0 }, true],
  ['recommendations', { withoutOwner: 0, withoutRole: 1 }, false],
  ['recommendations', { withoutOwner: 0, recommendations: 0 }, false],
  ['actions', {}, false],
  ['actions', { actions: 1 }, true],
  ['baseline', {}, false],
  ['baseline', { meetings: 1 }, true],
])('%s with %j is done: %s', (step, facts, done) => {
  expect(isDone(step, { ...NEW, ...facts })).toBe(done);
});

test.each([
  [0, false],
  [1, false],
  [2, true],
  [5, true],
])('a board that met %i times has settled in: %s', (held, settled) => {
  expect(isSettled({ ...NEW, held })).toBe(settled);
});
