import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { Database } from '@/lib/data/database';
import { queryRows } from '@/lib/data/query-rows';
import { subjectOf } from '@/lib/data/redaction-subject';
import { readFieldChanges } from '@/lib/domain/field-change';
import { readFrozenPaper } from '@/lib/domain/frozen-paper';
import { readColumnUse, readGrid, readSetup } from '@/lib/domain/import-stored';
import { readKeptForm } from '@/lib/domain/kept-form';
import { readSections } from '@/lib/domain/minutes';
import { firstFrame, readFrame } from '@/lib/domain/paper-frame';
import { readHashes } from '@/lib/domain/redaction';
import { readOwnRagKeys } from '@/lib/domain/settings';
import { readStored } from '@/lib/domain/stored';
import { variedPaper } from '../support/varied-paper';

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

/** The columns that hold JSON: 'Redaction.key'. */
const JSON_COLUMNS = readFileSync('prisma/schema.prisma', 'utf8')
  .split(/^model /m)
  .flatMap((model) =>
    [...model.matchAll(/^\s+(\w+)\s+Json\b/gm)].map(
      ([, column = '']) => `${/^\w+/.exec(model)?.[0]}.${column}`,
    ),
  );

interface JsonColumn {
  read: (stored: unknown) => unknown;
  right: unknown;
  wrong: unknown;
}
const frame = firstFrame(null);
const setup = {
  kind: 'local_actions',
  sourceId: null,
  table: { sheet: '', headerTop: 0, headerBottom: 0, last: 0 },
  columns: [{ as: 'field', field: 'owner' }, { as: 'ignore' }],
  answers: {},
  reversed: [],
};

/** Who reads each of them. A column that comes later joins with one entry here. */
const READ: Record<string, JsonColumn> = {
  'KeptForm.values': {
    read: (values) => readKeptForm({ path: '/', values }).values,
    right: { title: 'A', roles: ['member', 'officer'] },
    wrong: { title: null },
  },
  'MinutesVersion.sections': {
    read: (sections) => readSections({ sections }),
    right: [{ heading: 'Present', words: 'Redacted on 3 December 2026' }],
    wrong: [{ heading: 'Present' }],
  },
  'PaperVersion.frame': {
    read: (stored) => readFrame({ frame: stored }),
    right: frame,
    wrong: { ...frame, paragraphs: null },
  },
  'PaperIssue.model': { read: readFrozenPaper, right: variedPaper(), wrong: {} },
  'PaperIssue.publicModel': { read: readFrozenPaper, right: variedPaper(), wrong: null },
  'BoardSettings.ragKey': {
    read: (ragKey) => readOwnRagKeys({ ragKey }),
    right: { local_action: { red: 'Stuck' } },
    wrong: { local_action: { red: null } },
  },
  'AuditEvent.changes': {
    read: (changes) => readFieldChanges({ changes }),
    right: [{ field: 'roles', from: null, to: [] }],
    wrong: [{ field: 'roles', from: { old: 1 }, to: [] }],
  },
  'ImportUpload.setup': {
    read: (stored) => readSetup({ setup: stored }),
    right: setup,
    wrong: { ...setup, columns: [{ as: 'field', field: 'shoe size' }] },
  },
  'ImportColumnMemory.use': {
    read: (use) => readColumnUse({ use }),
    right: { as: 'history', on: '2026-09-30' },
    wrong: { as: 'history' },
  },
  'Redaction.key': {
    read: (key) => subjectOf({ subject: 'Question', key: key as never }).key,
    right: { itemId: 'a', number: 2 },
    wrong: { itemId: null, number: 2 },
  },
  'RedactionOutcome.hashes': {
    read: (hashes) => readHashes({ hashes }),
    right: { words: 'abc' },
    wrong: { words: 1 },
  },
};

test('every column of JSON has a reader', () => {
  expect(Object.keys(READ).sort()).toEqual([...JSON_COLUMNS].sort());
});

test.each(Object.entries(READ))('%s is read as it should be, and nothing else is', (_, column) => {
  const { read, right, wrong } = column;
  expect(read(JSON.parse(JSON.stringify(right)))).toEqual(right);
  expect(() => read(wrong)).toThrow('is not what it should be');
});

test('nor are cells of an upload that are none', () => {
  const cells = (row: unknown) => ({
    format: 'csv',
    sheets: [{ name: '', hidden: false, merged: [], rows: [row] }],
  });
  const right = cells([
    null,
    { text: 'a', date: '2027-01-01', number: 1, fill: '#ff0000' },
    { text: '', link: 'x' },
  ]);
  expect(readGrid(right)).toEqual(right);
  for (const wrong of [
    'a',
    [1],
    [undefined],
    [{}],
    [{ text: 'a', number: '1' }],
    [{ text: 'a', date: 3 }],
    [{ text: 'a', fill: null }],
    [{ text: 'a', link: 1 }],
  ]) {
    expect(() => readGrid(cells(wrong))).toThrow('sheets.0.rows.0: ');
  }
});

const NAMES = JSON_COLUMNS.map((column) => column.split('.')[1]);

/** What of a source trusts the database to give what its types say. */
function trusting(text: string): string[] {
  const raw = /\$queryRaw(Unsafe)?\s*[<(`]/g;
  const cast = /\bas unknown as (?!Prisma\.Input)\w+/g;
  const column = new RegExp(
    `\\b(${NAMES.join('|')})\\b\\)?( \\?\\? [^)\\n]*\\))? as (?!Prisma\\.Input|unknown as Prisma\\.Input)(unknown|[A-Z])`,
    'g',
  );
  const parsed = /JSON\.parse\([^\n]*\) as\b/g;
  return [raw, cast, column, parsed].flatMap((one) => text.match(one) ?? []);
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
    'await tx.$executeRaw`SELECT pg_advisory_xact_lock(1)`;',
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
