import { describe, expect, test } from 'vitest';
import { clearWorkingDaysBefore, dayOff, workingDaysBefore } from '@/lib/domain/working-days';

/** The bank holidays of England as the government lists them. */
const LISTED = `2022-01-03 2022-04-15 2022-04-18 2022-05-02 2022-06-02 2022-06-03 2022-08-29
  2022-09-19 2022-12-26 2022-12-27 2023-01-02 2023-04-07 2023-04-10 2023-05-01 2023-05-08
  2023-05-29 2023-08-28 2023-12-25 2023-12-26 2026-01-01 2026-04-03 2026-04-06 2026-05-04
  2026-05-25 2026-08-31 2026-12-25 2026-12-28 2027-01-01 2027-03-26 2027-03-29 2027-05-03
  2027-05-31 2027-08-30 2027-12-27 2027-12-28`.split(/\s+/);

const weekdaysOff = (year: number) => {
  const off: string[] = [];
  for (let day = new Date(Date.UTC(year, 0, 1)); day.getUTCFullYear() === year; ) {
    const date = day.toISOString().slice(0, 10);
    if (![0, 6].includes(day.getUTCDay()) && dayOff(date) !== null) off.push(date);
    day = new Date(day.getTime() + 86_400_000);
  }
  return off;
};

test.each([2022, 2023, 2026, 2027])('bank holidays of England in %i', (year) => {
  expect(weekdaysOff(year)).toEqual(LISTED.filter((date) => date.startsWith(String(year))));
});

test('a day off is told by its name', () => {
  expect(dayOff('2026-04-03')).toBe('Good Friday');
  expect(dayOff('2026-11-21')).toBe('a Saturday');
  expect(dayOff('2026-11-22')).toBe('a Sunday');
  expect(dayOff('2026-11-23')).toBeNull();
});

// Counted on a wall calendar. Updates are due ten working days before, papers go out five clear
// working days before.
describe.each([
  ['an ordinary week', '2026-11-26', '2026-11-12', '2026-11-18'],
  ['over Easter', '2027-04-01', '2027-03-16', '2027-03-22'],
  ['the Tuesday after Easter', '2026-04-07', '2026-03-20', '2026-03-26'],
  ['over Christmas and the new year', '2027-01-07', '2026-12-21', '2026-12-29'],
  ['over a Christmas at the weekend', '2028-01-06', '2027-12-20', '2027-12-24'],
  ['over the August holiday', '2026-09-03', '2026-08-19', '2026-08-25'],
  ['a deadline that would fall on a holiday', '2026-09-14', '2026-08-28', '2026-09-04'],
  ['papers that would go out on a holiday', '2026-09-08', '2026-08-24', '2026-08-28'],
  ['the clocks going forward', '2026-04-02', '2026-03-19', '2026-03-25'],
  ['the clocks going back', '2026-10-29', '2026-10-15', '2026-10-21'],
  ['two holidays in May', '2026-05-28', '2026-05-13', '2026-05-19'],
  ['a meeting on a Saturday', '2026-11-28', '2026-11-16', '2026-11-20'],
])('%s', (_, meeting, updates, papers) => {
  test(`${meeting}: updates by ${updates}`, () => {
    expect(workingDaysBefore(meeting, 10)).toBe(updates);
  });
  test(`${meeting}: papers on ${papers}`, () => {
    expect(clearWorkingDaysBefore(meeting, 5)).toBe(papers);
  });
});

test('no days before is the day itself', () => {
  expect(workingDaysBefore('2026-12-25', 0)).toBe('2026-12-25');
  expect(clearWorkingDaysBefore('2026-11-26', 0)).toBe('2026-11-25');
});
