import path from 'node:path';
import { afterAll, inject } from 'vitest';
import { connectDatabase, type Database } from '@/lib/data/database';
import type { Role } from '@/lib/domain/permissions';
import { findEmbedded } from '@/prisma/embedded';
import { removeFolder } from './data-folder';
import { copyDemoData, DEMO_PASSWORD } from './demo-data';
import { sessionCookie } from './session-cookie';
import { freePort, runScript, type Started } from './started';

/** An app with a demo board that one test file may do to as it likes. */
export interface OwnApp {
  address: string;
  database: string;
  db: Database;
  started: Started;
  /** The cookie of a new session of somebody, by their id. */
  cookieOf(personId: string): Promise<string>;
  /** The same, of the first person with that role. */
  cookie(role: Role): Promise<string>;
  /** Breaks the database in a way nobody foresaw, while something is asked for. */
  without<T>(table: string, asking: () => Promise<T>): Promise<T>;
}

const AUTH_SECRET = 'a secret of an app that one test file starts';

/** Starts it, and ends it with the file: `const app = await ownApp();`. */
export async function ownApp(environment: Record<string, string> = {}): Promise<OwnApp> {
  const folder = await copyDemoData(inject('demoData'));
  const port = await freePort();
  const data = path.join(folder, 'data');
  const started = runScript('scripts/start.ts', {
    PORT: String(port),
    DATA_DIR: data,
    DEMO_PASSWORD,
    AUTH_SECRET,
    ...environment,
  });
  afterAll(async () => {
    started.signal('SIGTERM');
    await started.ended;
    await removeFolder(folder);
  });
  await started.ready();
  const database = (await findEmbedded(data)) ?? '';
  const db = connectDatabase(database, 2);
  afterAll(() => db.$disconnect());
  const cookieOf = (personId: string) => sessionCookie(db, personId, AUTH_SECRET);
  return {
    address: `http://localhost:${port}`,
    database,
    db,
    started,
    cookieOf,
    async cookie(role) {
      const { id } = await db.person.findFirstOrThrow({
        where: { roles: { has: role }, email: { not: null } },
        orderBy: { id: 'asc' },
      });
      return cookieOf(id);
    },
    async without(table, asking) {
      await db.$executeRawUnsafe(`ALTER TABLE "${table}" RENAME TO "${table}_away"`);
      try {
        return await asking();
      } finally {
        await db.$executeRawUnsafe(`ALTER TABLE "${table}_away" RENAME TO "${table}"`);
      }
    },
  };
}
