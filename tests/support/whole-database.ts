import { randomUUID } from 'node:crypto';
import { afterAll, inject } from 'vitest';
import { connectDatabase, type Database } from '@/lib/data/database';
import { migrate } from '@/prisma/migrate';
import { execute, onServer } from './database-server';

/** A migrated database with nothing in it, dropped when the file is done. */
export async function emptyDatabase(): Promise<Database> {
  const server = inject('databaseServer');
  const name = `board_test_${randomUUID().replaceAll('-', '')}`;
  await execute(server, `CREATE DATABASE ${name}`);
  await migrate(onServer(server, name));
  const db = connectDatabase(onServer(server, name));
  afterAll(async () => {
    await db.$disconnect();
    await execute(server, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
  });
  return db;
}

/**
 * Changes with every row that is written, changed or deleted, in whatever table: PostgreSQL writes
 * a changed row anew, in another place and under the transaction that did it. Its values need not
 * be read, some of which are files.
 */
export async function digest(db: Database): Promise<Record<string, string>> {
  const tables = await db.$queryRaw<Array<{ name: string }>>`
    SELECT table_name AS name FROM information_schema.tables
    WHERE table_schema = 'public' AND table_type = 'BASE TABLE' ORDER BY 1`;
  const parts = tables.map(
    ({ name }) => `
      SELECT '${name}' AS name,
        concat_ws(' ', count(*), sum(hashtextextended(concat(t.ctid, t.xmin), 0))) AS held
      FROM "${name}" t`,
  );
  const rows = await db.$queryRawUnsafe<Array<{ name: string; held: string }>>(
    parts.join(' UNION ALL '),
  );
  return Object.fromEntries(rows.map(({ name, held }) => [name, held]));
}

async function tablesOf(db: Database): Promise<string[]> {
  const tables = await db.$queryRaw<Array<{ name: string }>>`
    SELECT table_name AS name FROM information_schema.tables
    WHERE table_schema = 'public' AND table_type = 'BASE TABLE' ORDER BY 1`;
  return tables.map(({ name }) => name);
}

/** Every row of every table as JSON. */
export async function rowsOf(db: Database): Promise<Record<string, string[]>> {
  const all: Record<string, string[]> = {};
  for (const name of await tablesOf(db)) {
    const rows = await db.$queryRawUnsafe<Array<{ row: string }>>(
      `SELECT to_jsonb(t)::text AS row FROM "${name}" t ORDER BY 1`,
    );
    all[name] = rows.map(({ row }) => row);
  }
  return all;
}

/** 'Table.column' for each value of the database, of whatever type, that holds some words. */
export async function findWords(db: Database, words: string): Promise<string[]> {
  const found: string[] = [];
  for (const name of await tablesOf(db)) {
    const rows = await db.$queryRawUnsafe<Array<{ column: string }>>(
      `SELECT f.key AS column FROM "${name}" t, jsonb_each_text(to_jsonb(t)) f
       WHERE strpos(lower(f.value), lower($1)) > 0
         OR strpos(f.value, encode(convert_to($1, 'UTF8'), 'hex')) > 0`,
      words,
    );
    found.push(...rows.map(({ column }) => `${name}.${column}`));
  }
  return found;
}

/** Items whose projection is not what the latest rows say. */
export function staleProjections(db: Database): Promise<Array<{ reference: string }>> {
  return db.$queryRaw`
    SELECT i.reference FROM "Item" i
    LEFT JOIN "StatusUpdate" s ON s."itemId" = i.id AND s.number =
      (SELECT max(number) FROM "StatusUpdate" x WHERE x."itemId" = i.id)
    LEFT JOIN "ItemWording" w ON w."itemId" = i.id AND w.number =
      (SELECT max(number) FROM "ItemWording" x WHERE x."itemId" = i.id)
    LEFT JOIN "ItemRestriction" r ON r."itemId" = i.id AND r.number =
      (SELECT max(number) FROM "ItemRestriction" x WHERE x."itemId" = i.id)
    WHERE (i.number, i.rag, i.headline, i."ownerId", i."leadOrganisationId", i."ourRole",
           i."firstDueDate", i."dueDate", i."reviewDate", i.lifecycle, i.outcome, i."closedOn",
           i."wordingNumber", i."shortTitle", i.text, i."yourReference", i.restricted, i."hiddenFrom", i."lastUpdateAt",
           i."lastRecordedAt")
      IS DISTINCT FROM
          (s.number, s.rag, s.headline, s."ownerId", s."leadOrganisationId", s."ourRole",
           s."firstDueDate", s."dueDate", s."reviewDate", s.lifecycle, s.outcome, s."closedOn",
           w.number, w."shortTitle", w.text, w."yourReference", coalesce(r.restricted, FALSE),
           coalesce(r."hiddenFrom", '{}'),
           (SELECT max(x."recordedAt") FROM "StatusUpdate" x
             WHERE x."itemId" = i.id AND x.kind IN ('rag', 'no_change')),
           greatest(s."recordedAt", w."recordedAt", r."recordedAt",
             (SELECT max(x."recordedAt") FROM "Statement" x WHERE x."itemId" = i.id),
             (SELECT max(x."recordedAt") FROM "Reading" x WHERE x."itemId" = i.id),
             (SELECT max(x."recordedAt") FROM "Link" x WHERE x."fromId" = i.id),
             (SELECT max(x."recordedAt") FROM "Evidence" x WHERE x."itemId" = i.id),
             (SELECT max(x."recordedAt") FROM "Proposal" x WHERE x."itemId" = i.id),
             (SELECT max(x."recordedAt") FROM "ProposalWithdrawal" x WHERE x."itemId" = i.id),
             (SELECT max(x."recordedAt") FROM "Decision" x WHERE x."itemId" = i.id),
             (SELECT max(x."recordedAt") FROM "Question" x WHERE x."itemId" = i.id),
             (SELECT max(x."recordedAt") FROM "ImportedNote" x WHERE x."itemId" = i.id),
             (SELECT max(x."recordedAt") FROM "QuestionEvent" x WHERE x."itemId" = i.id),
             (SELECT max(x."recordedAt") FROM "EvidenceEvent" x
               JOIN "Evidence" e ON e.id = x."evidenceId" WHERE e."itemId" = i.id)))`;
}
