import { createHash } from 'node:crypto';
import { z } from 'zod';
import { networkOf } from '@/lib/domain/caller-address';
import type { HeldOffView } from '@/lib/domain/view';
import type { Context } from './context';
import type { Transaction } from './database';
import { queryRows } from './query-rows';

const MINUTES = 60;

/**
 * How many attempts within how many seconds. One that `holds` lets none through for as long, from
 * the first that was too many; of the others, those of one window are counted.
 */
const LIMITS = {
  /** Wrong passwords for one account from one place: a network, a known browser, a session. */
  guess: { points: 10, seconds: 15 * MINUTES, holds: true },
  /** The same from all places where its person has never signed in: somebody with many networks. */
  everywhere: { points: 100, seconds: 15 * MINUTES, holds: true },
  /** Wrong codes for one account: from a known browser, a session, or from all other places. */
  code: { points: 10, seconds: 15 * MINUTES, holds: true },
  /** From one network, before it is slowed: offices share one, so it is ten accounts' worth. */
  network: { points: 100, seconds: 15 * MINUTES, holds: false },
  /** Password links that go to one address. The last of them outlives the window. */
  link: { points: 3, seconds: 60 * MINUTES, holds: false },
  /** Password links asked for from one network, before it is slowed. */
  linkNetwork: { points: 30, seconds: 60 * MINUTES, holds: false },
  /** That a network was slowed is noted once a window. */
  slowed: { points: 1, seconds: 15 * MINUTES, holds: false },
  /** Refusals of single sign-on from one network that are noted: nobody fills the record. */
  refusal: { points: 100, seconds: 15 * MINUTES, holds: false },
} as const;
type Limit = keyof typeof LIMITS;
/** Those that slow a network down. */
type Slowing = 'network' | 'linkNetwork';

/** The longest that a network which is slowed down waits for its next attempt, in seconds. */
const LONGEST_WAIT = 30;

export type Where = Pick<Context, 'now'> & { db: Transaction };

/** What attempts are made from. */
export type Place =
  | { network: string }
  /** The id of a browser in which the person has signed in before. */
  | { device: string }
  /** Whoever is signed in as them. */
  | 'signed in'
  /** All places that are none of these. */
  | 'unknown';

const MOMENT = z.bigint().transform((milliseconds) => new Date(Number(milliseconds)));
const COUNTED = z.object({ points: z.number(), expiresAt: MOMENT });
const HELD = z.object({ key: z.string(), expiresAt: MOMENT });

/** What is counted is not kept in clear: an address that was typed may be anybody's. */
const hashed = (text: string) => createHash('sha256').update(text).digest('hex');

function placeKey(place: Place): string {
  if (typeof place === 'string') return place;
  return 'device' in place
    ? `device:${hashed(place.device)}`
    : `network:${hashed(networkOf(place.network))}`;
}

/** @param of an account as it was typed, or the id of a person; none for what only has a place */
const keyOf = (limit: Limit, of: string | null, place?: Place): string =>
  [limit, of !== null && hashed(of), place && placeKey(place)].filter(Boolean).join(':');

const milliseconds = (at: Date) => BigInt(at.getTime());
const later = (now: Date, seconds: number) => new Date(now.getTime() + seconds * 1000);

/** Why an attempt may not go ahead. */
export interface Refused {
  /** From when on the next may. */
  until: Date;
  /** It is the first that may not. */
  first: boolean;
}

async function add(
  { db, now }: Where,
  limit: Limit,
  key: string,
): Promise<{ points: number; expiresAt: Date }> {
  const { points, seconds, holds } = LIMITS[limit];
  const end = milliseconds(later(now, seconds));
  // One statement: many at once are counted one after the other.
  const [row] = await queryRows(db, COUNTED)`
    INSERT INTO "RateLimit" AS held (key, points, expire)
    VALUES (${key}, 1, ${end}::bigint)
    ON CONFLICT (key) DO UPDATE SET
      points = CASE WHEN held.expire <= ${milliseconds(now)}::bigint THEN 1 ELSE held.points + 1 END,
      expire = CASE
        WHEN held.expire <= ${milliseconds(now)}::bigint THEN EXCLUDED.expire
        WHEN ${holds}::boolean AND held.points = ${points}::int THEN EXCLUDED.expire
        ELSE held.expire END
    RETURNING points, expire AS "expiresAt"`;
  if (!row) throw new Error('An attempt was not counted.');
  return row;
}

/**
 * Counts an attempt before it is made, so that many at once cannot slip through.
 * @returns null when it may go ahead
 */
export async function countAttempt(
  where: Where,
  limit: Exclude<Limit, Slowing>,
  of: string | null,
  place?: Place,
): Promise<Refused | null> {
  const { points, expiresAt } = await add(where, limit, keyOf(limit, of, place));
  const most = LIMITS[limit].points;
  return points > most ? { until: expiresAt, first: points === most + 1 } : null;
}

/** Until when attempts are held off, without counting one; null when they are not. */
export async function heldUntil(
  { db, now }: Where,
  limit: 'guess' | 'everywhere',
  of: string,
  place?: Place,
): Promise<Date | null> {
  const row = await db.rateLimit.findUnique({ where: { key: keyOf(limit, of, place) } });
  const holds = row !== null && row.points > LIMITS[limit].points;
  return holds && row.expire && row.expire > milliseconds(now)
    ? new Date(Number(row.expire))
    : null;
}

/**
 * Counts an attempt against the network it comes from. Past its limit a network is slowed down, and
 * never shut out: after each attempt the next waits for longer, up to half a minute.
 * @returns null when it may go ahead
 */
export async function takeTurn(
  where: Where,
  limit: Slowing,
  network: string,
): Promise<Refused | null> {
  const { db, now } = where;
  const key = keyOf(limit, null, { network });
  const free = LIMITS[limit].points;
  const row = await db.rateLimit.findUnique({ where: { key } });
  let before = row?.expire && row.expire > milliseconds(now) ? row.points : 0;
  if (before < free) {
    const { points } = await add(where, limit, key);
    if (points <= free) return null;
    // Others were at it at the same time.
    before = points - 1;
  }
  const wait = Math.min(LONGEST_WAIT, 2 ** Math.min(10, before - free));
  // Whoever finds the last wait over takes the turn; one statement, so that it is one.
  const [turn] = await queryRows(db, COUNTED)`
    INSERT INTO "RateLimit" AS held (key, points, expire)
    VALUES (${`turn:${key}`}, 1, ${milliseconds(later(now, wait))}::bigint)
    ON CONFLICT (key) DO UPDATE SET
      points = CASE WHEN held.expire <= ${milliseconds(now)}::bigint THEN 1 ELSE held.points + 1 END,
      expire = CASE
        WHEN held.expire <= ${milliseconds(now)}::bigint THEN EXCLUDED.expire
        ELSE held.expire END
    RETURNING points, expire AS "expiresAt"`;
  if (!turn) throw new Error('A turn was not counted.');
  if (turn.points === 1) {
    await add(where, limit, key);
    return null;
  }
  const { points } = await add(where, 'slowed', `slowed:${key}`);
  return { until: turn.expiresAt, first: points === 1 };
}

/** It was right after all: the place begins anew with this account. */
export async function forgiveGuesses(
  { db }: Pick<Where, 'db'>,
  limit: 'guess' | 'code',
  of: string,
  place: Place,
): Promise<void> {
  await db.rateLimit.deleteMany({ where: { key: keyOf(limit, of, place) } });
}

/** It was right after all: what else it was counted against gets that attempt back. */
export async function giveBack(
  { db }: Pick<Where, 'db'>,
  limit: 'everywhere' | 'network',
  of: string | null,
  place?: Place,
): Promise<void> {
  await db.rateLimit.updateMany({
    where: { key: keyOf(limit, of, place), points: { gt: 0 } },
    data: { points: { decrement: 1 } },
  });
}

/** What is counted for one account, by the beginning of its keys. */
const ofAccount = (email: string) => [keyOf('guess', email), keyOf('everywhere', email)];
const startingWith = (keys: string[]) => ({
  OR: keys.map((key) => ({ key: { startsWith: key } })),
});

/** Forgets the wrong passwords for an account, wherever they came from. */
export async function forgetGuesses({ db }: Pick<Where, 'db'>, email: string): Promise<void> {
  await db.rateLimit.deleteMany({ where: startingWith(ofAccount(email)) });
}

/** Forgets the wrong codes too. */
export async function forgetAttempts(
  { db }: Pick<Where, 'db'>,
  { id, email }: { id: string; email: string | null },
): Promise<void> {
  const keys = [keyOf('code', id), ...(email === null ? [] : ofAccount(email))];
  await db.rateLimit.deleteMany({ where: startingWith(keys) });
}

/** Where somebody's sign-ins are held off; null when they are nowhere. */
export async function getHeldOff(
  { db, now }: Where,
  { id, email }: { id: string; email: string | null },
): Promise<HeldOffView | null> {
  const rows = (
    await Promise.all(
      (['guess', 'everywhere', 'code'] as const).map((limit) => {
        const of = limit === 'code' ? id : email;
        return of === null ? [] : held({ db, now }, limit, keyOf(limit, of));
      }),
    )
  ).flat();
  if (rows.length === 0) return null;
  const count = (part: string) => rows.filter(({ key }) => key.includes(part)).length;
  return {
    until: new Date(Math.max(...rows.map(({ expiresAt }) => expiresAt.getTime()))).toISOString(),
    networks: count(':network:'),
    everywhere: count('everywhere:') > 0,
    own: rows.some(({ key }) => key.startsWith('guess:') && !key.includes(':network:')),
    codes: count('code:') > 0,
  };
}

function held({ db, now }: Where, limit: Limit, start: string) {
  return queryRows(db, HELD)`
    SELECT key, expire AS "expiresAt" FROM "RateLimit"
    WHERE starts_with(key, ${start}) AND points > ${LIMITS[limit].points}::int
      AND expire > ${milliseconds(now)}::bigint`;
}
