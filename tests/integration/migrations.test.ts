import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { isReady } from '@/lib/data/health';
import { migrate } from '@/prisma/migrate';
import { readMigrations } from '@/prisma/migrations-folder';
import { diagnose, difference } from '@/prisma/schema-engine';
import { testDatabase } from '../support/database';

const { db, url } = await testDatabase();

describe('the migrations', () => {
  it('are a history that Prisma itself accepts', async () => {
    const { history, hasMigrationsTable, editedMigrationNames } = await diagnose(url);
    expect({ history, hasMigrationsTable, editedMigrationNames }).toEqual({
      history: null,
      hasMigrationsTable: true,
      editedMigrationNames: [],
    });
  });

  it('apply nothing the second time', async () => {
    expect(await migrate(url)).toEqual([]);
  });

  it('make readiness depend on the newest of them', async () => {
    const newest = (await readMigrations()).at(-1)?.name;
    expect(await isReady(db, newest)).toBe(true);
    expect(await isReady(db, '99999999999999_to_come')).toBe(false);
  });
});

describe('a migration', () => {
  const folders: string[] = [];
  afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true }))));

  /** A folder of this code's migrations and one more. */
  async function withOneMore(sql: string, change = (own: string) => own): Promise<string> {
    const folder = await mkdtemp(path.join(tmpdir(), 'board-migrations-'));
    folders.push(folder);
    const own = (await readMigrations()).map(({ name, sql: ownSql }) => [name, change(ownSql)]);
    for (const [name = '', text = ''] of [...own, ['99990101000000_one_more', sql]]) {
      await mkdir(path.join(folder, name));
      await writeFile(path.join(folder, name, 'migration.sql'), text);
    }
    return folder;
  }

  it('that fails leaves nothing of itself behind', async () => {
    const folder = await withOneMore('CREATE TABLE half_done (id int); SELECT 1 / 0;');
    await expect(migrate(url, folder)).rejects.toThrow(
      'The migration 99990101000000_one_more was refused: division by zero.',
    );
    expect(await db.$queryRaw`SELECT to_regclass('half_done')::text AS name`).toEqual([
      { name: null },
    ]);
    expect(await migrate(url)).toEqual([]);
  });

  it('changed after it was applied is refused', async () => {
    const folder = await withOneMore('SELECT 1;', (sql) => `${sql}\n-- changed`);
    await expect(migrate(url, folder)).rejects.toThrow('has been changed since it was applied');
  });

  it('is applied once by two that start together', async () => {
    const folder = await withOneMore('CREATE TABLE "Extra" (id int PRIMARY KEY);');
    const applied = await Promise.all([migrate(url, folder), migrate(url, folder)]);
    expect(applied.flat()).toEqual(['99990101000000_one_more']);
  });

  // The one above has just put something there that schema.prisma does not know.
  it('that schema.prisma does not know of is drift, and only it', async () => {
    expect((await difference(url)).replace(/--.*\n/g, '').trim()).toBe('DROP TABLE "Extra";');
  });

  it('of newer code stops older code', async () => {
    await expect(migrate(url)).rejects.toThrow('it belongs to newer code');
  });
});
