import { z } from 'zod';
import type { Database } from './database';
import { queryRows } from './query-rows';

const MIGRATION = z.object({ migration_name: z.string() });

/**
 * Whether the database answers and holds what this code needs.
 * @param schemaVersion the newest migration of this code; undefined when not told
 */
export async function isReady(db: Database, schemaVersion: string | undefined): Promise<boolean> {
  try {
    const rows = await queryRows(db, MIGRATION)`
      SELECT migration_name FROM _prisma_migrations
       WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL`;
    return schemaVersion === undefined
      ? rows.length > 0
      : rows.some((row) => row.migration_name === schemaVersion);
  } catch {
    return false;
  }
}
