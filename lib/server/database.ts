import { connectDatabase, type Database } from '@/lib/data/database';
import { env } from './env';

// Kept on the global object, because `next dev` loads this module again on each change.
const kept = globalThis as typeof globalThis & { boardDatabase?: Database };

/** The app's pool of connections, opened when first asked for. */
export function database(): Database {
  const { databaseUrl, databaseConnections } = env();
  kept.boardDatabase ??= connectDatabase(databaseUrl, databaseConnections);
  return kept.boardDatabase;
}
