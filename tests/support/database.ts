import { randomUUID } from 'node:crypto';
import { afterAll, inject } from 'vitest';
import { connectDatabase, type Database } from '@/lib/data/database';
import { execute, onServer } from './database-server';

export interface TestDatabase {
  url: string;
  db: Database;
}

/**
 * A database of a test file's own, with the reference content in it, dropped when the file is
 * done: `const { db } = await testDatabase();` at the top of the file.
 */
export async function testDatabase(): Promise<TestDatabase> {
  const server = inject('databaseServer');
  const name = `board_test_${randomUUID().replaceAll('-', '')}`;
  await execute(server, `CREATE DATABASE ${name} TEMPLATE ${inject('databaseTemplate')}`);
  const url = onServer(server, name);
  const db = connectDatabase(url);
  afterAll(async () => {
    await db.$disconnect();
    await execute(server, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
  });
  return { url, db };
}
