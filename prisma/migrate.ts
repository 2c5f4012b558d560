import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { errorCode, OperatorError } from '@/lib/domain/operator-error';
import { type Migration, readMigrations } from './migrations-folder';

// Any number will do, as long as nothing else locks on it.
const LOCK = 7_201_227_021;
const LOCK_TIMEOUT = '55P03';

// Prisma's own table: `prisma migrate status` and `deploy` read the same history.
const HISTORY = `
  CREATE TABLE IF NOT EXISTS _prisma_migrations (
    id                  varchar(36) PRIMARY KEY NOT NULL,
    checksum            varchar(64) NOT NULL,
    finished_at         timestamptz,
    migration_name      varchar(255) NOT NULL,
    logs                text,
    rolled_back_at      timestamptz,
    started_at          timestamptz NOT NULL DEFAULT now(),
    applied_steps_count integer NOT NULL DEFAULT 0
  )`;

interface Applied {
  migration_name: string;
  checksum: string;
  finished: boolean;
}

/**
 * Brings a database up to this code. Each migration and the row that says so are one transaction,
 * so a crash in the middle leaves nothing half done; two processes take turns.
 * @returns the names of the migrations it applied
 * @throws OperatorError when the database's history is not this code's, or a migration fails
 */
export async function migrate(databaseUrl: string, folder?: string): Promise<string[]> {
  const migrations = await readMigrations(folder);
  const client = new pg.Client({
    connectionString: databaseUrl,
    connectionTimeoutMillis: 10_000,
    // A migration has its time; a connection that is gone is noticed.
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
  });
  client.on('error', () => {});
  await client.connect();
  try {
    await waitForTurn(client);
    await client.query('SET client_min_messages = warning');
    await client.query(HISTORY);
    const pending = pendingOf(migrations, await historyOf(client));
    for (const migration of pending) await apply(client, migration);
    return pending.map((migration) => migration.name);
  } finally {
    // Ending the session lets the lock go.
    await client.end();
  }
}

/** @throws OperatorError when another process has its turn for longer than any migration takes */
async function waitForTurn(client: pg.Client): Promise<void> {
  await client.query("SET lock_timeout = '10min'");
  try {
    await client.query('SELECT pg_advisory_lock($1)', [LOCK]);
  } catch (error) {
    if (errorCode(error) !== LOCK_TIMEOUT) throw error;
    throw new OperatorError(
      'Another process has been changing this database for ten minutes. End it, or its connection, and start again.',
    );
  }
  await client.query('SET lock_timeout = 0');
}

async function historyOf(client: pg.Client): Promise<Applied[]> {
  const { rows } = await client.query<Applied>(
    `SELECT migration_name, checksum, finished_at IS NOT NULL AS finished
       FROM _prisma_migrations WHERE rolled_back_at IS NULL ORDER BY started_at`,
  );
  return rows;
}

function pendingOf(migrations: readonly Migration[], history: readonly Applied[]): Migration[] {
  const byName = new Map(migrations.map((migration) => [migration.name, migration]));
  for (const { migration_name: name, checksum, finished } of history) {
    const migration = byName.get(name);
    if (!finished) {
      throw new OperatorError(`The migration ${name} was left unfinished by another tool.`);
    }
    if (!migration) {
      throw new OperatorError(
        `The database has the migration ${name}, which this code does not: it belongs to newer code.`,
      );
    }
    if (migration.checksum !== checksum) {
      throw new OperatorError(
        `The migration ${name} has been changed since it was applied; changes go into a new one.`,
      );
    }
  }
  const done = new Set(history.map((applied) => applied.migration_name));
  return migrations.filter((migration) => !done.has(migration.name));
}

async function apply(client: pg.Client, migration: Migration): Promise<void> {
  await client.query('BEGIN');
  try {
    await client.query(migration.sql);
    await client.query(
      `INSERT INTO _prisma_migrations
         (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
       VALUES ($1, $2, $3, clock_timestamp(), clock_timestamp(), 1)`,
      [randomUUID(), migration.checksum, migration.name],
    );
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK').catch(() => {});
    const reason = error instanceof Error ? error.message : String(error);
    throw new OperatorError(`The migration ${migration.name} was refused: ${reason}.`);
  }
}
