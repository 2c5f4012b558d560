import { type Database, readClock } from './database';

/** How far this process's clock was behind, measured over how long a way: milliseconds. */
interface Measured {
  behind: number;
  way: number;
  /** When, by performance.now(). */
  at: number;
}

/** A way that was longer says less, but what is older than this says nothing any more. */
const GOOD_FOR = 60_000;
/** By how much two measurements may differ for other reasons than their ways. */
const JITTER = 50;

// On the global object, because a build holds this module more than once.
const kept = globalThis as typeof globalThis & { boardClock?: Measured };

/**
 * Measures how far the clock of this process is behind the database's, for `clockIsBehind`.
 * @returns that, in milliseconds; ahead is less than nothing
 */
export async function measureClock(db: Database): Promise<number> {
  const [sent, asked] = [performance.now(), Date.now()];
  const theirs = await readClock(db);
  const way = performance.now() - sent;
  // Read halfway, as far as anybody can tell.
  const found = { behind: theirs.getTime() - asked - way / 2, way, at: sent };
  const held = kept.boardClock;
  const agree = held && Math.abs(held.behind - found.behind) <= (held.way + way) / 2 + JITTER;
  if (!agree || way <= held.way || sent - held.at > GOOD_FOR) kept.boardClock = found;
  return clockIsBehind();
}

/** How far the clock of this process is behind the database's; nothing until it was measured. */
export function clockIsBehind(): number {
  return Math.round(kept.boardClock?.behind ?? 0);
}
