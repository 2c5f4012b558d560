import { PrismaPg } from '@prisma/adapter-pg';
import { PrismaClient } from '@/prisma/client/client';

export type Database = PrismaClient;
/** The connection inside a transaction. */
export type Transaction = Omit<
  PrismaClient,
  '$connect' | '$disconnect' | '$on' | '$use' | '$extends' | '$transaction'
>;

/**
 * Opens a pool to a PostgreSQL server.
 * @param url postgresql://…
 * @param connections how many at most
 */
export function connectDatabase(url: string, connections = 10): Database {
  const adapter = new PrismaPg({
    connectionString: url,
    max: connections,
    // The adapter sends and reads instants without their offset, so a session in any other zone
    // would keep them wrongly.
    options: '-c TimeZone=UTC',
  });
  return new PrismaClient({ adapter });
}
