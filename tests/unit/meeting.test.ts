import { describe, expect, test } from 'vitest';
import {
  addMeetingSchema,
  deadlinesOf,
  type MeetingDates,
  meetingState,
  parseTime,
  refuseChange,
  refuseDates,
} from '@/lib/domain/meeting';

const RULE = { updatesDueDays: 10, papersIssuedDays: 5 };
const on = (date: string, more: Partial<MeetingDates> = {}): MeetingDates => ({
  date,
  updatesDue: null,
  papersIssued: null,
  ...more,
});

test.each([
  ['14:00', '14:00'],
  ['9:05', '09:05'],
  ['14.30', '14:30'],
  ['2pm', '14:00'],
  ['2.30 pm', '14:30'],
  ['12am', '00:00'],
  ['12 p.m.', '12:00'],
  [' 09:00 ', '09:00'],
  ['23:59', '23:59'],
])('%j is %s', (typed, time) => {
  expect(parseTime(typed)).toBe(time);
});

test.each(['', '14', 'noon', '24:00', '14:60', '13pm', '0am', '1:2', '14:00:00', '-1:00', '２pm'])(
  '%j is no time',
  (typed) => {
    expect(parseTime(typed)).toBeUndefined();
  },
);

describe('deadlines', () => {
  test('come from the board’s rule', () => {
    expect(deadlinesOf(on('2026-12-17'), RULE)).toEqual({
      updatesDue: '2026-12-03',
      papersIssued: '2026-12-09',
    });
    expect(deadlinesOf(on('2026-12-17'), { updatesDueDays: 3, papersIssuedDays: 0 })).toEqual({
      updatesDue: '2026-12-14',
      papersIssued: '2026-12-16',
    });
  });

  test('can be set by hand, one or both', () => {
    expect(deadlinesOf(on('2026-12-17', { updatesDue: '2026-12-01' }), RULE)).toEqual({
      updatesDue: '2026-12-01',
      papersIssued: '2026-12-09',
    });
    const both = { updatesDue: '2026-12-01', papersIssued: '2026-12-05' };
    expect(deadlinesOf(on('2026-12-17', both), RULE)).toEqual(both);
  });

  test.each([
    [{ updatesDue: '2026-12-18' }, 'updatesDue'],
    [{ papersIssued: '2026-12-18' }, 'papersIssued'],
    [{ updatesDue: '2026-12-10' }, 'updatesDue'],
    [{ papersIssued: '2026-12-02' }, 'papersIssued'],
    [{ updatesDue: '2026-12-08', papersIssued: '2026-12-07' }, 'updatesDue'],
  ])('%j is refused at %s', (dates, field) => {
    expect(Object.keys(refuseDates(on('2026-12-17', dates), RULE) ?? {})).toEqual([field]);
  });

  test.each([
    {},
    { updatesDue: '2026-12-09' },
    { papersIssued: '2026-12-03' },
    { updatesDue: '2026-12-17', papersIssued: '2026-12-17' },
  ])('%j is taken', (dates) => {
    expect(refuseDates(on('2026-12-17', dates), RULE)).toBeUndefined();
  });
});

test.each([
  ['2026-11-24', false, 'to_come'],
  ['2026-11-23', false, 'to_come'],
  ['2026-11-22', false, 'held'],
  ['2026-11-22', true, 'cancelled'],
  ['2026-11-24', true, 'cancelled'],
])('on 23 November, one of %s (cancelled: %s) is %s', (date, cancelled, state) => {
  expect(meetingState({ date, cancelled }, '2026-11-23')).toBe(state);
});

describe('a change', () => {
  const TODAY = '2026-11-23';
  test.each([
    ['to a later day', on('2026-12-17'), on('2027-01-14'), undefined],
    ['to today', on('2026-12-17'), on(TODAY), undefined],
    ['to yesterday', on('2026-12-17'), on('2026-11-22'), 'date'],
    ['on its own day', on(TODAY), on('2026-12-17'), undefined],
    ['after its day', on('2026-11-22'), on('2026-12-17'), 'date'],
    [
      'of a deadline after its day',
      on('2026-11-22'),
      on('2026-11-22', { updatesDue: '2026-11-02' }),
      'date',
    ],
    ['of nothing after its day', on('2026-11-22'), on('2026-11-22'), undefined],
  ])('%s', (_, now, wanted, field) => {
    expect(Object.keys(refuseChange(now, wanted, TODAY) ?? {})[0]).toBe(field);
  });
});

test('a form says what is missing at its field', () => {
  const parsed = addMeetingSchema.safeParse({
    submissionId: '3f0e3bd1-1f6c-4c9e-9f0a-2f6f3a1c9b11',
    date: { day: '31', month: '2', year: '2027' },
    startsAt: 'noon',
    venue: ' ',
    updatesDue: { day: '1', month: '', year: '' },
  });
  const issues = Object.fromEntries(
    (parsed.error?.issues ?? []).map(({ path, message }) => [path.join('.'), message]),
  );
  expect(issues).toEqual({
    date: 'The date of the meeting: February has 28 days',
    startsAt: 'Enter the time it starts, like 14:00',
    venue: 'Enter where the board meets',
    updatesDue: 'Updates due must include a month and a year',
  });
});
