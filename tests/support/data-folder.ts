import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { findEmbedded } from '@/prisma/embedded';

/** An empty folder for a test's data, which the user PostgreSQL runs as may enter. */
export async function dataFolder(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'board-faults-'));
  await chmod(folder, 0o755);
  return folder;
}

export async function removeFolder(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true });
}

/** The number of the running server's first process. */
export async function postgresOf(folder: string): Promise<number> {
  const file = await readFile(path.join(folder, 'postgres', 'postmaster.pid'), 'utf8');
  return Number(file.split('\n')[0]);
}

/** Asks the embedded database of a running app. */
export async function ask(folder: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: await findEmbedded(folder) });
  await client.connect();
  try {
    return (await client.query({ text: sql, rowMode: 'array' })).rows.flat();
  } finally {
    await client.end();
  }
}
