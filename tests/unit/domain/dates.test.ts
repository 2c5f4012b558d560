import { describe, expect, test } from 'vitest';
import {
  addDays,
  addMonths,
  daysBetween,
  formatDate,
  formatInstant,
  formatMonth,
  isPlainDate,
  londonDay,
} from '@/lib/domain/dates';

test('these tests run far from London', () => {
  expect(process.env.TZ).toBe('Pacific/Chatham');
  // A quarter of an hour off the hour, on the other side of the date line.
  expect(new Date('2026-06-15T12:00:00Z').getTimezoneOffset()).toBe(-(12 * 60 + 45));
});

describe('the day in London', () => {
  test.each([
    ['a winter midnight', '2026-01-15T00:00:00Z', '2026-01-15'],
    ['just before it', '2026-01-14T23:59:59.999Z', '2026-01-14'],
    ['a summer midnight', '2026-06-14T23:00:00Z', '2026-06-15'],
    ['just before it', '2026-06-14T22:59:59.999Z', '2026-06-14'],
    ['the day clocks go forward, its first minute', '2026-03-29T00:00:00Z', '2026-03-29'],
    ['that day, its last minute, now an hour earlier', '2026-03-29T22:59:59Z', '2026-03-29'],
    ['that day is over', '2026-03-29T23:00:00Z', '2026-03-30'],
    ['the day clocks go back, its first minute', '2026-10-24T23:00:00Z', '2026-10-25'],
    ['the minute before', '2026-10-24T22:59:00Z', '2026-10-24'],
    ['that day, its 25th hour', '2026-10-25T23:59:59Z', '2026-10-25'],
    ['that day is over', '2026-10-26T00:00:00Z', '2026-10-26'],
    ['the turn of the year', '2026-12-31T23:59:59Z', '2026-12-31'],
    ['the new year', '2027-01-01T00:00:00Z', '2027-01-01'],
    ['a leap day', '2028-02-29T12:00:00Z', '2028-02-29'],
  ])('%s: %s is %s', (_, instant, day) => {
    expect(londonDay(new Date(instant))).toBe(day);
  });
});

test.each([
  ['2026-12-03', true],
  ['2028-02-29', true],
  ['2000-02-29', true],
  ['1900-01-01', true],
  ['2199-12-31', true],
  ['2026-02-29', false],
  ['2100-02-29', false],
  ['2026-04-31', false],
  ['2026-13-01', false],
  ['2026-00-10', false],
  ['2026-01-00', false],
  ['1899-12-31', false],
  ['2200-01-01', false],
  ['2026-1-1', false],
  ['26-01-01', false],
  ['2026-01-01T00:00:00Z', false],
  [' 2026-01-01', false],
  ['2026-01-01\n', false],
  ['', false],
])('%j is a day: %s', (text, is) => {
  expect(isPlainDate(text)).toBe(is);
});

test.each([
  ['2026-01-31', 1, '2026-02-01'],
  ['2028-02-28', 1, '2028-02-29'],
  ['2026-03-01', -1, '2026-02-28'],
  ['2026-12-31', 1, '2027-01-01'],
  // Over both changes of the clock, at home and in London.
  ['2026-03-28', 2, '2026-03-30'],
  ['2026-10-24', 2, '2026-10-26'],
  ['2026-04-04', 2, '2026-04-06'],
  ['2026-09-26', 2, '2026-09-28'],
  ['2026-06-15', 0, '2026-06-15'],
  ['2026-11-23', 30, '2026-12-23'],
])('%s and %i days is %s', (date, days, expected) => {
  expect(addDays(date, days)).toBe(expected);
  expect(daysBetween(date, expected)).toBe(days);
  expect(daysBetween(expected, date)).toBe(-days || 0);
});

test.each([
  ['2026-01-31', 1, '2026-02-28'],
  ['2028-01-31', 1, '2028-02-29'],
  ['2028-02-29', 12, '2029-02-28'],
  ['2028-02-29', 48, '2032-02-29'],
  ['2026-08-31', 1, '2026-09-30'],
  ['2026-11-30', 3, '2027-02-28'],
  ['2026-12-15', 1, '2027-01-15'],
  ['2026-03-31', -1, '2026-02-28'],
  ['2026-01-15', -1, '2025-12-15'],
  ['2026-05-31', 12, '2027-05-31'],
  ['2026-05-31', 0, '2026-05-31'],
])('%s and %i months is %s', (date, months, expected) => {
  expect(addMonths(date, months)).toBe(expected);
});

describe('as people read them', () => {
  test.each([
    ['2026-12-03', '3 December 2026'],
    ['2027-02-28', '28 February 2027'],
    ['1900-01-01', '1 January 1900'],
  ])('%s', (date, text) => {
    expect(formatDate(date)).toBe(text);
  });

  test.each([
    ['2026-12-03T14:05:00Z', '3 December 2026, 14:05'],
    ['2026-07-03T14:05:00Z', '3 July 2026, 15:05'],
    ['2026-07-03T23:30:00Z', '4 July 2026, 00:30'],
    ['2026-10-25T00:30:00Z', '25 October 2026, 01:30'],
    ['2026-10-25T01:30:00Z', '25 October 2026, 01:30'],
  ])('%s', (instant, text) => {
    expect(formatInstant(instant)).toBe(text);
    expect(formatInstant(new Date(instant))).toBe(text);
  });
});

describe('formatMonth', () => {
  test.each([
    ['2021-07', 'July 2021'],
    ['2021', '2021'],
    ['Redacted on 3 December 2026', 'Redacted on 3 December 2026'],
    ['2021-13', '2021-13'],
  ])('%s is %s', (month, words) => expect(formatMonth(month)).toBe(words));
});
