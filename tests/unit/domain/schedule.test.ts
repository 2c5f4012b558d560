import { describe, expect, test } from 'vitest';
import { EVIDENCE_NAMES, EVIDENCE_STATES, evidenceState } from '@/lib/domain/evidence';
import { SCHEDULE_NAMES, SCHEDULE_STATES, scheduleState } from '@/lib/domain/schedule';

const TODAY = '2026-11-23';

describe('the schedule of a local action, on 23 November 2026, due soon being 30 days', () => {
  test.each([
    ['neither due nor to be reviewed', null, null, null, 'no_date'],
    ['due today', TODAY, null, null, 'due_soon'],
    ['due tomorrow', '2026-11-24', null, null, 'due_soon'],
    ['due in 30 days', '2026-12-23', null, null, 'due_soon'],
    ['due in 31 days', '2026-12-24', null, null, 'on_time'],
    ['due next year', '2027-11-23', null, null, 'on_time'],
    ['due yesterday', '2026-11-22', null, null, 'overdue'],
    ['due long ago', '2019-01-01', null, null, 'overdue'],
    ['ongoing, to be reviewed today', null, TODAY, null, 'ongoing'],
    ['ongoing, to be reviewed tomorrow', null, '2026-11-24', null, 'ongoing'],
    ['ongoing, to be reviewed next year', null, '2027-11-23', null, 'ongoing'],
    ['ongoing, its review a day late', null, '2026-11-22', null, 'overdue'],
    ['due later, with an old review date', '2027-11-23', '2026-01-01', null, 'on_time'],
    ['due before, with a later review date', '2026-11-01', '2027-01-01', null, 'overdue'],
    ['done on its day', '2026-11-01', null, '2026-11-01', 'done'],
    ['done before its day', '2026-11-01', null, '2026-10-01', 'done'],
    ['done a day late', '2026-11-01', null, '2026-11-02', 'done_late'],
    ['done, though it would be due later', '2027-11-01', null, '2026-11-02', 'done'],
    ['done without a date', null, null, '2026-11-02', 'done'],
    ['ongoing, done by its review date', null, '2026-11-02', '2026-11-02', 'done'],
    ['ongoing, done after its review date', null, '2026-11-02', '2026-11-03', 'done_late'],
  ] as const)('%s', (_, dueDate, reviewDate, completedOn, expected) => {
    expect(scheduleState({ dueDate, reviewDate, completedOn }, TODAY, 30)).toBe(expected);
  });

  test.each([
    [0, '2026-11-23', 'due_soon'],
    [0, '2026-11-24', 'on_time'],
    [7, '2026-11-30', 'due_soon'],
    [7, '2026-12-01', 'on_time'],
  ] as const)('the board’s own %i days: %s is %s', (days, dueDate, expected) => {
    const item = { dueDate, reviewDate: null, completedOn: null };
    expect(scheduleState(item, TODAY, days)).toBe(expected);
  });

  test('every state has its words', () => {
    expect(Object.keys(SCHEDULE_NAMES).sort()).toEqual([...SCHEDULE_STATES].sort());
  });
});

describe('the evidence of an item', () => {
  test.each([
    ['there is none', null, 'none'],
    ['to be reviewed today', TODAY, 'current'],
    ['to be reviewed tomorrow', '2026-11-24', 'current'],
    ['a day past its review date', '2026-11-22', 'out_of_date'],
    ['long past its review date', '2020-01-01', 'out_of_date'],
  ] as const)('%s', (_, latestReview, expected) => {
    expect(evidenceState(latestReview, TODAY)).toBe(expected);
  });

  test('every state has its words', () => {
    expect(Object.keys(EVIDENCE_NAMES).sort()).toEqual([...EVIDENCE_STATES].sort());
  });
});
