import { z } from 'zod';
import type { Context } from './context';
import { queryRows } from './query-rows';

const OPEN = z.object({ since: z.number().nullable() });

/** From when a request learns what time it is until its transaction begins, at most: milliseconds. */
const BEFORE_IT_BEGINS = 1000;

/**
 * The latest instant that no write can still get behind: what is recorded up to then is what a read
 * finds that begins now. It is the context's own, unless something is just being written: that is
 * recorded as of when it was asked for, and seen only once it is all there.
 */
export async function settledBy({ db, now, asAt }: Context): Promise<Date> {
  if (asAt) return now;
  const [open] = await queryRows(db, OPEN)`
    SELECT (extract(epoch FROM clock_timestamp() - min(a.xact_start)) * 1000)::float8 AS since
    FROM pg_stat_activity a
    WHERE a.datname = current_database() AND a.backend_type = 'client backend'
      AND a.backend_xid IS NOT NULL AND a.pid <> pg_backend_pid()`;
  const since = open?.since ?? null;
  return since === null ? now : new Date(now.getTime() - since - BEFORE_IT_BEGINS);
}
