import type { Trouble } from '@/lib/domain/trouble';

const MINUTE = 60_000;

const WORDS: Record<Trouble, string> = {
  record_away: 'The database cannot be reached',
  record_busy: 'The database is too busy, or has no connection to spare',
  record_full: 'The database takes nothing new',
  record_saved: 'The database could not be reached after something had been saved',
  record_lost: 'The connection to the database broke while something was being saved',
};

type Tell = (line: Record<string, unknown>, words: string) => void;

/** What failed since the last line about it. */
interface Counted {
  times: number;
  because: string;
  tell: Tell;
}

// On the global object, because a build holds this module more than once.
const kept = globalThis as typeof globalThis & { boardTrouble?: Map<Trouble, Counted> };

/**
 * Counts what failed because of the database. The first of a kind is told at once, and then once a
 * minute how many there were, for as long as there are any: an outage is no flood of lines.
 * @param because what the database, or the way to it, said
 */
export function countTrouble(trouble: Trouble, because: string, tell: Tell): void {
  kept.boardTrouble ??= new Map();
  const counted = kept.boardTrouble.get(trouble);
  if (counted) {
    Object.assign(counted, { times: counted.times + 1, because, tell });
    return;
  }
  tell({ trouble, times: 1, because }, WORDS[trouble]);
  kept.boardTrouble.set(trouble, { times: 0, because, tell });
  setTimeout(() => tellMinute(trouble), MINUTE).unref();
}

function tellMinute(trouble: Trouble): void {
  const counted = kept.boardTrouble?.get(trouble);
  if (!counted || counted.times === 0) {
    kept.boardTrouble?.delete(trouble);
    return;
  }
  const { times, because, tell } = counted;
  tell({ trouble, times, because, seconds: MINUTE / 1000 }, WORDS[trouble]);
  counted.times = 0;
  setTimeout(() => tellMinute(trouble), MINUTE).unref();
}
