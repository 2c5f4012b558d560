import { clockIsBehind, measureClock } from '@/lib/data/clock';
import { database } from './database';
import { log } from './log';

const EVERY = 5000;
/** What a start waits for its first measurement: the database may be away. */
const FIRST = 2000;
/** From how far on a clock is said to be off. */
const OFF = 2000;

/**
 * What time it is by the database, whose clock all processes share: sessions, limits and deadlines
 * go by it, and so does the record.
 */
export function now(): Date {
  return new Date(Date.now() + clockIsBehind());
}

/** In a sentence how far the clock of this process is off; null where it is right. */
export function clockTrouble(): string | null {
  const behind = clockIsBehind();
  if (Math.abs(behind) <= OFF) return null;
  const seconds = Math.round(Math.abs(behind) / 1000);
  return `The clock of this machine is ${seconds} seconds ${behind > 0 ? 'behind' : 'ahead of'} the database's. The record goes by the database's; put this one right.`;
}

let said: string | null = null;

async function measure(): Promise<void> {
  try {
    await measureClock(database());
  } catch {
    // The requests that need the database say so; what was measured last is good for a while.
    return;
  }
  const trouble = clockTrouble();
  if (trouble !== null && said === null) log.warn(trouble);
  if (trouble === null && said !== null) log.info('The clock of this machine is right again');
  said = trouble;
}

/**
 * Follows the database's clock from now on. Being asked every few seconds also shows a connection
 * that gives no answer any more before people wait for it.
 */
export async function followClock(): Promise<void> {
  setInterval(() => void measure(), EVERY).unref();
  await Promise.race([
    measure(),
    new Promise<void>((resolve) => setTimeout(resolve, FIRST).unref()),
  ]);
}
