import { createHash } from 'node:crypto';
import { RateLimiterPostgres, type RateLimiterRes } from 'rate-limiter-flexible';
import { z } from 'zod';
import { networkOf } from '@/lib/domain/caller-address';
import { clockIsBehind } from './clock';
import type { Database } from './database';
import { queryText } from './query-rows';

/** How many attempts within how many seconds; after that none is let through for as long. */
const LIMITS = {
  /** Passwords and codes for one account, wherever they come from. */
  account: { points: 10, seconds: 15 * 60 },
  /** From one network address: offices share one, so it is ten accounts' worth. */
  address: { points: 100, seconds: 15 * 60 },
  /** Codes at the second step of one account. */
  code: { points: 10, seconds: 15 * 60 },
  /** Password links asked for, for one address of mail and from one network address. */
  link: { points: 3, seconds: 60 * 60 },
  linkAddress: { points: 30, seconds: 60 * 60 },
} as const;
export type Limit = keyof typeof LIMITS;

/** What its statements return. */
const COUNTED = z.object({ points: z.number(), expire: z.bigint().nullable() });

/** The package speaks to a client of pg: this is all it asks of one. */
function clientOf(db: Database) {
  return {
    query: async ({ text, values }: { text: string; values: unknown[] }) => {
      // Milliseconds since 1970 do not fit the integer that Prisma makes of a number.
      // It knows this process's clock alone; what is kept goes by the database's.
      const behind = clockIsBehind();
      const fitting = values.map((value) =>
        typeof value === 'number' && value > 2 ** 31 ? BigInt(value + behind) : value,
      );
      const rows = await queryText(db, COUNTED, text, fitting);
      return {
        rows: rows.map((row) => ({ ...row, expire: row.expire && Number(row.expire) - behind })),
      };
    },
  };
}

const limiters = new WeakMap<Database, Record<Limit, RateLimiterPostgres>>();

function limiterOf(db: Database, limit: Limit): RateLimiterPostgres {
  let made = limiters.get(db);
  if (!made) {
    made = Object.fromEntries(
      Object.entries(LIMITS).map(([name, { points, seconds }]) => [
        name,
        new RateLimiterPostgres({
          storeClient: clientOf(db),
          storeType: 'client',
          tableName: 'RateLimit',
          tableCreated: true,
          keyPrefix: name,
          points,
          duration: seconds,
          blockDuration: seconds,
          // Old rows go with the rest of what is old: see lib/data/housekeeping.ts.
          clearExpiredByTimeout: false,
        }),
      ]),
    ) as Record<Limit, RateLimiterPostgres>;
    limiters.set(db, made);
  }
  return made[limit];
}

/** What is counted is not kept in clear: an address that was typed may be anybody's. */
function keyOf(limit: Limit, of: string): string {
  const counted = limit === 'address' || limit === 'linkAddress' ? networkOf(of) : of;
  return createHash('sha256').update(counted).digest('hex');
}

/**
 * Counts an attempt before it is made, so that many at once cannot slip through.
 * @returns null when it may go ahead, otherwise in how many seconds the next may, and whether this
 *   is the first that may not
 */
export async function countAttempt(
  db: Database,
  limit: Limit,
  of: string,
): Promise<{ seconds: number; first: boolean } | null> {
  try {
    await limiterOf(db, limit).consume(keyOf(limit, of));
    return null;
  } catch (refused) {
    if (refused instanceof Error) throw refused;
    const { msBeforeNext, consumedPoints } = refused as RateLimiterRes;
    return {
      seconds: Math.ceil(msBeforeNext / 1000),
      first: consumedPoints === LIMITS[limit].points + 1,
    };
  }
}

/** It was right after all: an account begins anew, an address gets its attempt back. */
export async function forgiveAttempt(db: Database, limit: Limit, of: string): Promise<void> {
  const limiter = limiterOf(db, limit);
  if (limit === 'address') await limiter.reward(keyOf(limit, of));
  else await limiter.delete(keyOf(limit, of));
}
