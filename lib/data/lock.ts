import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Transaction } from './database';
import { queryRows } from './query-rows';

const HELD = z.object({ now: z.date() });

/**
 * Holds everybody else who asks for the same name until this transaction ends.
 * @returns what time it was then, by the database
 */
export async function lock(tx: Transaction, name: string): Promise<Date> {
  const key = createHash('sha256').update(name).digest().readBigInt64BE(0);
  const [held] = await queryRows(tx, HELD)`
    SELECT pg_advisory_xact_lock(${key})::text AS held, clock_timestamp() AS now`;
  if (!held) throw new Error('The database did not say what time it is.');
  return held.now;
}
