import type { Database, Transaction } from '@/lib/data/database';
import { until } from './started';

/**
 * Starts something that has to wait for a lock, and does something else while it waits.
 * @param holds takes the lock
 * @param start asks for it too; what it has read by then is out of date afterwards
 * @param then is done under the lock, which is let go after it
 * @returns what becomes of what had to wait
 */
export async function meanwhile<T>(
  db: Database,
  holds: (tx: Transaction) => Promise<unknown>,
  start: () => Promise<T>,
  then: (tx: Transaction) => Promise<unknown>,
): Promise<PromiseSettledResult<T>> {
  const waiting = await db.$transaction(
    async (tx) => {
      await holds(tx);
      const started = Promise.allSettled([start()]);
      await until(async () => {
        const [row] = await db.$queryRaw<Array<{ count: number }>>`
          SELECT count(*)::int AS count FROM pg_stat_activity
          WHERE datname = current_database() AND wait_event_type = 'Lock'`;
        return (row?.count ?? 0) > 0;
      });
      await then(tx);
      // Wrapped: it is over only after this transaction is.
      return { started };
    },
    { timeout: 30_000 },
  );
  const [settled] = await waiting.started;
  return settled;
}
