import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { changeDates, type Dates, setDatesSchema } from '@/lib/domain/due-date';

const none: Dates = { firstDueDate: null, dueDate: null, reviewDate: null };
const ongoing: Dates = { ...none, reviewDate: '2027-01-15' };
const due: Dates = { firstDueDate: '2027-03-31', dueDate: '2027-03-31', reviewDate: null };
/** Brought forward once. */
const earlier: Dates = { ...due, dueDate: '2027-02-28' };

describe('a change of dates that is ordinary', () => {
  test.each<[string, Dates, Parameters<typeof changeDates>[1], Dates]>([
    ['a first due date', none, { scheduling: 'due', due: '2027-03-31' }, due],
    [
      'a first one in the past: it is then overdue in the open',
      none,
      { scheduling: 'due', due: '2020-01-01' },
      { firstDueDate: '2020-01-01', dueDate: '2020-01-01', reviewDate: null },
    ],
    [
      'brought forward: the first date stays',
      due,
      { scheduling: 'due', due: '2027-02-28' },
      earlier,
    ],
    [
      'brought forward by a day',
      due,
      { scheduling: 'due', due: '2027-03-30' },
      { ...due, dueDate: '2027-03-30' },
    ],
    ['the same again', due, { scheduling: 'due', due: '2027-03-31' }, due],
    [
      'ongoing where there was nothing',
      none,
      { scheduling: 'ongoing', review: '2027-01-15' },
      ongoing,
    ],
    [
      'another review date, later too',
      ongoing,
      { scheduling: 'ongoing', review: '2028-01-15' },
      { ...ongoing, reviewDate: '2028-01-15' },
    ],
    [
      'a first one that another list kept',
      none,
      { scheduling: 'due', due: '2027-03-31', firstDue: '2026-03-31' },
      { ...due, firstDueDate: '2026-03-31' },
    ],
    [
      'ongoing, with one that another list kept',
      none,
      { scheduling: 'ongoing', review: '2027-01-15', firstDue: '2026-03-31' },
      { ...ongoing, firstDueDate: '2026-03-31' },
    ],
    [
      'what another list kept changes no first date that there is',
      due,
      { scheduling: 'due', due: '2027-02-28', firstDue: '2026-03-31' },
      earlier,
    ],
    ['from ongoing to its first due date', ongoing, { scheduling: 'due', due: '2027-03-31' }, due],
    [
      'a review date typed beside a due date is not kept',
      none,
      { scheduling: 'due', due: '2027-03-31', review: '2027-01-15' },
      due,
    ],
  ])('%s', (_, now, wanted, expected) => {
    expect(changeDates(now, wanted)).toEqual(expected);
  });
});

describe('a change of dates that only the board can agree to', () => {
  test.each<[string, Dates, Parameters<typeof changeDates>[1], string, RegExp]>([
    ['a day later', due, { scheduling: 'due', due: '2027-04-01' }, 'due', /31 March 2027/],
    ['a year later', due, { scheduling: 'due', due: '2028-03-31' }, 'due', /board’s agreement/],
    [
      'back to the first date after it was brought forward',
      earlier,
      { scheduling: 'due', due: '2027-03-31' },
      'due',
      /28 February 2027/,
    ],
    [
      'giving the date up for “ongoing”',
      due,
      { scheduling: 'ongoing', review: '2027-01-15' },
      'scheduling',
      /31 March 2027/,
    ],
  ])('%s', (_, now, wanted, field, sentence) => {
    const change = changeDates(now, wanted);
    expect(change).toEqual({ field, refused: expect.stringMatching(sentence) });
  });
});

describe('the form', () => {
  const parts = (day: string, month: string, year: string) => ({ day, month, year });
  const form = { submissionId: randomUUID(), basedOn: '3' };
  const errors = (given: object) => {
    const parsed = setDatesSchema.safeParse({ ...form, ...given });
    return parsed.success
      ? {}
      : Object.fromEntries(
          parsed.error.issues.map((issue) => [issue.path.join('.'), issue.message]),
        );
  };

  test('asks for the date that goes with the choice', () => {
    expect(errors({ scheduling: 'due' })).toEqual({ due: 'Enter the due date' });
    expect(errors({ scheduling: 'ongoing' })).toEqual({ review: 'Enter the day to review it on' });
    expect(errors({ scheduling: 'due', review: parts('1', '1', '2027') })).toHaveProperty('due');
    expect(errors({})).toHaveProperty('scheduling');
    expect(errors({ scheduling: 'due', due: parts('31', '3', '2027') })).toEqual({});
  });

  test('says which date is not one', () => {
    expect(errors({ scheduling: 'due', due: parts('31', '2', '2027') })).toEqual({
      due: 'Due date: February has 28 days',
    });
  });
});
