import type { Database } from '@/lib/data/database';

/** Every table with its number of rows and a digest of what they hold: what a write would change. */
export async function digest(db: Database): Promise<Record<string, string>> {
  const tables = await db.$queryRaw<Array<{ name: string }>>`
    SELECT tablename AS name FROM pg_tables
    WHERE schemaname = 'public' AND tablename <> '_prisma_migrations' ORDER BY 1`;
  const parts = tables.map(
    ({ name }) =>
      `SELECT '${name}' AS name, count(*) || ' rows ' ||
         coalesce(md5(string_agg(md5(t::text), '' ORDER BY md5(t::text))), '') AS held FROM "${name}" t`,
  );
  const rows = await db.$queryRawUnsafe<Array<{ name: string; held: string }>>(
    parts.join(' UNION ALL '),
  );
  return Object.fromEntries(rows.map(({ name, held }) => [name, held]));
}
