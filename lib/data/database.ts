import { PrismaPg } from '@prisma/adapter-pg';
import { PrismaClient } from '@/prisma/client/client';
import { DEADLINES, type Deadlines, PatientPool } from './connections';

export type Database = PrismaClient;
/** The connection inside a transaction. */
export type Transaction = Omit<
  PrismaClient,
  '$connect' | '$disconnect' | '$on' | '$use' | '$extends' | '$transaction'
>;

const pools = new WeakMap<Database, PatientPool>();

/**
 * Opens a pool to a PostgreSQL server.
 * @param url postgresql://…
 * @param connections how many at most
 * @param deadlines how long it is waited for; what is not there by then is a TroubleError
 */
export function connectDatabase(
  url: string,
  connections = 10,
  deadlines: Deadlines = DEADLINES,
): Database {
  const pool = new PatientPool(url, connections, deadlines);
  const adapter = new PrismaPg(pool, { disposeExternalPool: true });
  const db = new PrismaClient({
    adapter,
    // The pool gives up first, and says why.
    transactionOptions: { maxWait: 3 * deadlines.connection, timeout: 30_000 },
  });
  pools.set(db, pool);
  return db;
}

/** What time it is by the database: by the one clock that all processes share. */
export async function readClock(db: Database): Promise<Date> {
  const pool = pools.get(db);
  if (!pool) throw new Error('connectDatabase has not opened this.');
  return pool.readClock();
}
