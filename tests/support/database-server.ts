import { randomUUID } from 'node:crypto';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { connectDatabase } from '@/lib/data/database';
import { migrate } from '@/prisma/migrate';
import { openScratch } from '@/prisma/scratch';
import { checkServer } from '@/prisma/server-check';
import { seed } from '@/seed/seed';

declare module 'vitest' {
  interface ProvidedContext {
    databaseServer: string;
    databaseTemplate: string;
  }
}

/** When the reference content in every test database was recorded: before anything a test does. */
export const SEEDED_AT = new Date('2026-01-05T09:00:00Z');

/** The address of another database on the same server. */
export function onServer(server: string, database: string): string {
  const url = new URL(server);
  url.pathname = `/${database}`;
  return url.href;
}

/** Runs one statement as the server's owner. */
export async function execute(server: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

/**
 * One server for all integration tests, the one TEST_DATABASE_URL names (as a role that may make
 * databases) or a temporary one, with a migrated and seeded database to clone.
 */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env.TEST_DATABASE_URL;
  const scratch = given ? undefined : await openScratch();
  const server = given ?? scratch?.url ?? '';
  const template = `board_template_${randomUUID().replaceAll('-', '')}`;
  try {
    await checkServer(server);
    await execute(server, `CREATE DATABASE ${template}`);
    await migrate(onServer(server, template));
    const db = connectDatabase(onServer(server, template), 2);
    await seed({ db, now: SEEDED_AT, demo: false });
    await db.$disconnect();
  } catch (error) {
    await scratch?.stop();
    throw error;
  }
  project.provide('databaseServer', server);
  project.provide('databaseTemplate', template);
  return async () => {
    await execute(server, `DROP DATABASE IF EXISTS ${template} WITH (FORCE)`);
    await scratch?.stop();
  };
}
