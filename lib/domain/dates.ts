/** A day without a time, 'YYYY-MM-DD'. Due dates and meetings are days, not instants. */
export type PlainDate = string;

const LONDON_DAY = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London' });

const LONDON_TIME = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

// Made once: making one takes longer than what it is for, and a paper has a thousand dates.
const LONG_DAY = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
});

/** The day it is in London at an instant. */
export function londonDay(instant: Date): PlainDate {
  return LONDON_DAY.format(instant);
}

function utc(date: PlainDate): Date {
  return new Date(`${date}T00:00:00Z`);
}

/** True for a day that exists, from 1900 to 2199. */
export function isPlainDate(text: string): boolean {
  if (!/^(19|20|21)\d\d-\d\d-\d\d$/.test(text)) return false;
  const date = utc(text);
  return !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === text;
}

export function addDays(date: PlainDate, days: number): PlainDate {
  const moved = utc(date);
  moved.setUTCDate(moved.getUTCDate() + days);
  return moved.toISOString().slice(0, 10);
}

/** The same day some months on; the last day of the month where that day does not exist. */
export function addMonths(date: PlainDate, months: number): PlainDate {
  const moved = utc(date);
  const day = moved.getUTCDate();
  moved.setUTCDate(1);
  moved.setUTCMonth(moved.getUTCMonth() + months);
  const last = new Date(Date.UTC(moved.getUTCFullYear(), moved.getUTCMonth() + 1, 0)).getUTCDate();
  moved.setUTCDate(Math.min(day, last));
  return moved.toISOString().slice(0, 10);
}

/** Whole days from one day to another; negative when `to` is earlier. */
export function daysBetween(from: PlainDate, to: PlainDate): number {
  return Math.round((utc(to).getTime() - utc(from).getTime()) / 86_400_000);
}

/** '2026-12-03' → '3 December 2026'. */
export function formatDate(date: PlainDate): string {
  return LONG_DAY.format(utc(date));
}

/** '2026-12-03' → 'Thursday 3 December 2026'. */
export function formatWeekday(date: PlainDate): string {
  const weekday = utc(date).toLocaleDateString('en-GB', { weekday: 'long', timeZone: 'UTC' });
  return `${weekday} ${formatDate(date)}`;
}

/**
 * A month as sources date themselves: '2021-07' → 'July 2021'. Anything else stays as it is: a year
 * alone, or what stands there since it was redacted.
 */
export function formatMonth(month: string): string {
  const first = `${month}-01`;
  return isPlainDate(first) ? formatDate(first).replace(/^1 /, '') : month;
}

/** An instant as people in London read it: '3 December 2026, 14:05'. */
export function formatInstant(instant: Date | string): string {
  const at = new Date(instant);
  const time = at.toLocaleTimeString('en-GB', {
    hour: '2-digit',
    minute: '2-digit',
    timeZone: 'Europe/London',
  });
  return `${formatDate(londonDay(at))}, ${time}`;
}

/** What the clocks in London show at an instant: '14:05'. */
export function londonTime(instant: Date): string {
  return LONDON_TIME.format(instant);
}

/** The instant at which clocks in London show a number of minutes after midnight on a day. */
export function londonInstant(day: PlainDate, minutes: number): Date {
  const asUtc = new Date(Date.parse(`${day}T00:00:00Z`) + minutes * 60_000);
  const [hours = 0, rest = 0] = LONDON_TIME.format(asUtc).split(':').map(Number);
  return new Date(asUtc.getTime() - (hours * 60 + rest - minutes) * 60_000);
}
