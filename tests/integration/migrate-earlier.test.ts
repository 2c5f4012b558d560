import { randomUUID } from 'node:crypto';
import { cp, mkdir, mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { connectDatabase, type Database } from '@/lib/data/database';
import { getUpload } from '@/lib/data/import-uploads-view';
import { getItem } from '@/lib/data/item-view';
import { type PersonActor, systemActor } from '@/lib/domain/permissions';
import { migrate } from '@/prisma/migrate';
import { MIGRATIONS, readMigrations } from '@/prisma/migrations-folder';
import { difference } from '@/prisma/schema-engine';
import { rate } from '@/seed/builders/register';
import { contextOf } from '../support/actors';
import { execute, onServer } from '../support/database-server';
import {
  findLosses,
  KEPT,
  type KeptDatabase,
  listKept,
  readKept,
  restoreKept,
} from '../support/kept-database';
import { type Asked, readEverything } from '../support/reads';
import { staleProjections } from '../support/whole-database';

/**
 * What migrations since have changed of it on purpose, as `findLosses` says it, each with why. A
 * column that was renamed, or words that were put right, stand here, and nothing else does.
 */
const ON_PURPOSE: Record<string, string> = {
  'a value of Person.roles': 'Nobody’s roles were unknown: none are an empty list, no longer NULL.',
};

/** What is lost that nobody meant to change. */
const lossesOf = async (...asked: Parameters<typeof findLosses>) =>
  (await findLosses(...asked)).filter((loss) => !(loss in ON_PURPOSE));

const server = inject('databaseServer');
const made: string[] = [];
async function makeDatabase(template?: string): Promise<string> {
  const name = `board_kept_${randomUUID().replaceAll('-', '')}`;
  await execute(server, `CREATE DATABASE ${name}${template ? ` TEMPLATE ${template}` : ''}`);
  made.push(name);
  return name;
}
afterAll(async () => {
  for (const name of made) await execute(server, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
});

/** Files whose bytes are not those that their row says; those that were taken out have none. */
function findBrokenFiles(db: Database): Promise<Array<{ name: string }>> {
  return db.$queryRaw`
    SELECT concat_ws(' ', f."issueId", f.audience, f.name) AS name
    FROM "IssuedFile" f LEFT JOIN "PaperWithdrawal" w ON w."issueId" = f."issueId"
    WHERE (SELECT CASE WHEN w."issueId" IS NULL
             THEN encode(sha256(string_agg(c.bytes, '' ORDER BY c.index)), 'hex') <> f.sha256
             ELSE string_agg(c.bytes, '') <> '' END
           FROM "IssuedFileChunk" c
           WHERE (c."issueId", c.audience, c.name) = (f."issueId", f.audience, f.name))
      IS NOT FALSE
    UNION ALL
    SELECT concat_ws(' ', e.id, e."fileName") FROM "Evidence" e
    WHERE e.kind = 'file' AND (
      SELECT encode(sha256(string_agg(c.bytes, '' ORDER BY c.index)), 'hex') <> e.sha256
        AND string_agg(c.bytes, '') <> ''
      FROM "FileChunk" c WHERE c."evidenceId" = e.id) IS NOT FALSE`;
}

async function personOf(db: Database, email: string): Promise<PersonActor> {
  const { id, version, name, roles, organisationId } = await db.person.findUniqueOrThrow({
    where: { email },
  });
  return { kind: 'person', id, version, name, roles, organisationId };
}

/** Something of each kind to ask for: whole boards are read in other tests. */
async function someOf(db: Database): Promise<Asked> {
  const any = { some: {} };
  const items = [
    { reference: 'R1' },
    { restricted: true, proposals: any },
    { questions: any, evidence: any },
    { lifecycle: 'closed', decisions: any },
  ] as const;
  const meetings = [
    { paperIssues: any },
    { minutes: { some: { agreedAtId: { not: null } } } },
    { attendance: any },
    { actions: any },
    { cancelled: true },
  ] as const;
  const people = [{ erasedAt: { not: null } }, { memberships: any }, { ownedItems: any }] as const;
  const references = items.map((where) => db.item.findFirstOrThrow({ where }));
  const slugs = meetings.map((where) => db.meeting.findFirstOrThrow({ where }));
  const ids = people.map((where) => db.person.findFirstOrThrow({ where }));
  const evidence = await db.evidence.findMany({ orderBy: { recordedAt: 'desc' }, take: 6 });
  return {
    references: (await Promise.all(references)).map(({ reference }) => reference),
    evidenceIds: evidence.map(({ id }) => id),
    personIds: (await Promise.all(ids)).map(({ id }) => id),
    meetings: (await Promise.all(slugs)).map(({ slug }) => slug),
    queries: [{}],
    otherQueries: [{}],
  };
}

const files = await listKept();

test('at least one database is kept', () => {
  expect(files.length).toBeGreaterThan(0);
});

describe.each(files)('the database of %s', (file) => {
  let kept: KeptDatabase;
  let earlier = '';
  let url = '';
  let db: Database;

  beforeAll(async () => {
    kept = await readKept(file);
    earlier = await makeDatabase();
    await restoreKept(onServer(server, earlier), kept);
    url = onServer(server, await makeDatabase(earlier));
    await migrate(url);
    db = connectDatabase(url);
  }, 120_000);
  afterAll(() => db?.$disconnect());

  test('is small, and holds something of every table it has', async () => {
    expect((await stat(path.join(KEPT, file))).size).toBeLessThan(2 * 1024 * 1024);
    expect(kept.tables.length).toBeGreaterThan(50);
    expect(kept.tables.filter(({ rows }) => rows.length === 0)).toEqual([]);
  });

  test('has had migrations nobody has changed since', async () => {
    const today = new Map((await readMigrations()).map((one) => [one.name, one.checksum]));
    for (const { name, checksum } of kept.migrations) {
      expect({ name, checksum: today.get(name) }).toEqual({ name, checksum });
    }
  });

  test('loses nothing by the migrations since', async () => {
    expect(await lossesOf(url, kept)).toEqual([]);
  });

  test('has the bytes of every issued file and of all evidence', async () => {
    expect(await findBrokenFiles(db)).toEqual([]);
  });

  test('is what schema.prisma says, and its projections are its latest rows', async () => {
    expect(await difference(url)).toBe('');
    expect(await staleProjections(db)).toEqual([]);
  });

  test.each(['the system', 'viewer@home.example'])(
    'can be read whole by %s',
    async (who) => {
      const actor = who === 'the system' ? systemActor : await personOf(db, who);
      const read = await readEverything(contextOf(db, actor, kept.now), await someOf(db));
      expect(Object.keys(read).length).toBeGreaterThan(100);
    },
    300_000,
  );

  test('still has what waits for its uploader', async () => {
    const waiting = await db.importUpload.findMany({ where: { appliedImportId: null } });
    expect(waiting.length).toBeGreaterThan(0);
    for (const { id, personId } of waiting) {
      const { email } = await db.person.findUniqueOrThrow({ where: { id: personId } });
      const context = contextOf(db, await personOf(db, email ?? ''), kept.now);
      expect((await getUpload(context, id)).grid?.sheets.length).toBeGreaterThan(0);
    }
  });

  test('can be gone on with', async () => {
    const context = contextOf(db, systemActor, new Date(kept.now.getTime() + 3_600_000));
    await rate(context, 'R1', { rag: 'green', headline: 'On', words: 'On', recovery: undefined });
    expect((await getItem(context, 'R1')).headline).toBe('On');
    expect(await staleProjections(db)).toEqual([]);
  });

  describe('shows what a careless migration would do', () => {
    const folders: string[] = [];
    afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true }))));

    /** The same database after today's migrations and one more. */
    async function afterOneMore(sql: string): Promise<string> {
      const folder = await mkdtemp(path.join(tmpdir(), 'board-migrations-'));
      folders.push(folder);
      await cp(MIGRATIONS, folder, { recursive: true });
      const last = path.join(folder, '99990101000000_one_more');
      await mkdir(last);
      await writeFile(path.join(last, 'migration.sql'), sql);
      const one = onServer(server, await makeDatabase(earlier));
      await migrate(one, folder);
      return one;
    }
    const past = (table: string, sql: string) => `
      ALTER TABLE "${table}" DISABLE TRIGGER append_only;
      ${sql};
      ALTER TABLE "${table}" ENABLE ALWAYS TRIGGER append_only;`;

    test.each([
      ['takes a column away', 'ALTER TABLE "Reading" DROP COLUMN note', ['Reading.note']],
      [
        'takes a table away',
        'DROP TABLE "KeptForm"',
        ['id', 'personId', 'createdAt', 'expiresAt', 'path', 'values'].map((c) => `KeptForm.${c}`),
      ],
      ['forgets rows', 'DELETE FROM "ImportUploadChunk"', ['a row of ImportUploadChunk']],
      [
        'rewrites words',
        past('StatusUpdate', 'UPDATE "StatusUpdate" SET words = upper(words)'),
        ['a value of StatusUpdate.words'],
      ],
      [
        'says no where nothing was said',
        'UPDATE "Person" SET email = \'\' WHERE id = (SELECT id FROM "Person" WHERE email IS NULL LIMIT 1)',
        ['a value of Person.email'],
      ],
      [
        'adds to what there is',
        'ALTER TABLE "Item" ADD COLUMN more text; INSERT INTO "RateLimit" (key) VALUES (\'more\')',
        [],
      ],
    ])('that %s', async (_, sql, losses) => {
      expect(await lossesOf(await afterOneMore(sql), kept)).toEqual(losses);
    });

    test('that draws an issued paper anew', async () => {
      const sql = past('IssuedFileChunk', `UPDATE "IssuedFileChunk" SET bytes = bytes || '\\x00'`);
      const one = await afterOneMore(sql);
      expect(await lossesOf(one, kept)).toEqual(['a value of IssuedFileChunk.bytes']);
      const broken = connectDatabase(one, 1);
      expect(await findBrokenFiles(broken)).not.toEqual([]);
      await broken.$disconnect();
    });
  });
});
