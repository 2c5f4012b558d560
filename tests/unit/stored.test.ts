import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { Database } from '@/lib/data/database';
import { queryRows } from '@/lib/data/query-rows';
import { readStored } from '@/lib/domain/stored';

const PERSON = z.object({
  name: z.string(),
  roles: z.array(z.string()),
  seenAt: z.date().nullable(),
});
const person = { name: 'Sam', roles: [], seenAt: null };

describe('what was stored', () => {
  test('is handed over as its schema has it, empty lists and nulls included', () => {
    expect(readStored(PERSON, { ...person, more: 1 }, 'row')).toEqual(person);
  });

  test.each([
    ['null in the place of a list', { ...person, roles: null }, 'roles: '],
    ['null in a list', { ...person, roles: ['officer', null] }, 'roles.1: '],
    ['nothing at all', { name: 'Sam', roles: [] }, 'seenAt: '],
    ['text in the place of an instant', { ...person, seenAt: '2026-11-23' }, 'seenAt: '],
    ['no object', null, 'as a whole: '],
  ])('is refused with %s', (_, stored, where) => {
    expect(() => readStored(PERSON, stored, 'row of a query')).toThrow(
      `The row of a query is not what it should be: ${where}`,
    );
  });

  test('is never quoted by the error: it may be personal', () => {
    const read = () => readStored(z.object({ n: z.number() }), { n: 'a secret' }, 'row');
    expect(read).toThrow('n: ');
    expect(read).not.toThrow('a secret');
  });
});

test('a query gives its rows only when each is as the schema has it', async () => {
  const gives = (rows: unknown) => ({ $queryRaw: async () => rows }) as unknown as Database;
  expect(await queryRows(gives([person, person]), PERSON)`SELECT 1`).toEqual([person, person]);
  expect(await queryRows(gives([]), PERSON)`SELECT 1`).toEqual([]);
  const rows = queryRows(gives([person, { ...person, roles: null }]), PERSON)`SELECT 1`;
  await expect(rows).rejects.toThrow('roles: ');
});

/** Our code, by its path. */
function sources(...folders: string[]): Array<[string, string]> {
  return folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.tsx?$/.test(file))
      .map((file): [string, string] => {
        const name = path.join(folder, file);
        return [name, readFileSync(name, 'utf8')];
      }),
  );
}

/** The names of the columns that hold JSON. */
const JSON_COLUMNS = [
  ...readFileSync('prisma/schema.prisma', 'utf8').matchAll(/^\s+(\w+)\s+Json\b/gm),
].map(([, name = '']) => name);

/** What of a source trusts the database to give what its types say. */
function trusting(text: string): string[] {
  const raw = /\$queryRaw(Unsafe)?\s*[<(`]/g;
  // A statement that only waits, for a lock, hands nothing over.
  const waits = /^ *await [\w.]+\.\$queryRaw`/gm;
  const cast = /\bas unknown as (?!Prisma\.Input)\w+/g;
  const column = new RegExp(
    `\\b(${JSON_COLUMNS.join('|')})\\b\\)?( \\?\\? [^)\\n]*\\))? as (?!Prisma\\.Input|unknown as Prisma\\.Input)(unknown|[A-Z])`,
    'g',
  );
  const parsed = /JSON\.parse\([^\n]*\) as\b/g;
  const found = text.replace(waits, '');
  return [raw, cast, column, parsed].flatMap((one) => found.match(one) ?? []);
}

describe('facts of the database', () => {
  test.each([
    ['a raw query with a type', 'const rows = await db.$queryRaw<Row[]>`SELECT 1`;'],
    ['one without', 'return db.$queryRaw`SELECT 1`;'],
    ['one of text', 'await db.$queryRawUnsafe(text);'],
    ['a cast by way of unknown', 'return setup as unknown as ImportSetup;'],
    ['a cast of a column', "const all = row.changes as FieldChange['to'];"],
    ['one with a default', 'const own = (row.ragKey ?? {}) as Partial<RagKeys>;'],
    ['one of JSON text', 'return JSON.parse(text) as Grid;'],
  ])('are taken on trust by %s', (_, text) => {
    expect(trusting(text)).not.toEqual([]);
  });

  test.each([
    'await tx.$queryRaw`SELECT pg_advisory_xact_lock(1)`;',
    'setup: setup as unknown as Prisma.InputJsonValue,',
    "db: Pick<Transaction, '$queryRaw'>,",
  ])('are not, by %s', (text) => {
    expect(trusting(text)).toEqual([]);
  });

  test('are parsed wherever they are read', () => {
    const all = sources('lib', 'app', 'seed');
    expect(all.length).toBeGreaterThan(500);
    const found = all
      .filter(([file]) => file !== path.join('lib', 'data', 'query-rows.ts'))
      .flatMap(([file, text]) => trusting(text).map((what) => `${file}: ${what}`));
    expect(found).toEqual([]);
  });
});
