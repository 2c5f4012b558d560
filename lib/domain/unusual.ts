import { londonTime } from './dates';

/** What is counted of each person, an hour of the clock at a time. */
export type Counted = 'refused' | 'downloads';

/** So many files within an hour are nothing unusual. */
const USUAL_DOWNLOADS = 60;

function isPower(count: number, base: number): boolean {
  let power = 1;
  while (power < count) power *= base;
  return power === count;
}

/**
 * Whether it is told that there have been so many within an hour: the 1st, 10th, 100th … refusal,
 * and the 61st, 121st, 241st … file.
 */
export function isTold(kind: Counted, count: number): boolean {
  if (kind === 'refused') return isPower(count, 10);
  const times = (count - 1) / USUAL_DOWNLOADS;
  return times >= 1 && Number.isInteger(times) && isPower(times, 2);
}

/** "Change the board’s settings" or, later, "… (10 refusals since 14:00)". */
export function refusedWords(what: string, count: number, since: Date): string {
  return count === 1 ? what : `${what} (${count} refusals since ${londonTime(since)})`;
}

/** "61 files since 14:00" */
export function downloadsWords(count: number, since: Date): string {
  return `${count} files since ${londonTime(since)}`;
}
