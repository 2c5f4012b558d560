import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { getPersonFile } from '@/lib/data/person-file';
import { type Held, NOT_OF_ONE_PERSON, PERSON_FILE } from '@/lib/data/person-file-table';
import { NotAllowedError, NotFoundError } from '@/lib/domain/errors';
import { type PersonActor, ROLES } from '@/lib/domain/permissions';
import type { PersonFile } from '@/lib/domain/person-file';
import { personFileZip } from '@/lib/papers/person-file';
import { buildLocalAction, rate } from '@/seed/builders/register';
import { contextOf, makeActors, NOW } from '../support/actors';
import { testDatabase } from '../support/database';
import { restrict } from '../support/make';
import { personalColumns } from '../support/personal-columns';
import { runScript, stopAll } from '../support/started';

const { db, url } = await testDatabase();
const { home, away, homeId } = await makeActors(db);
afterAll(stopAll);

const fileFor = (reader: PersonActor, about: PersonActor = home.commissioner) =>
  getPersonFile(contextOf(db, reader), about.id);
const sectionOf = ({ sections }: PersonFile, table: string) =>
  sections.find((section) => section.table === table) ?? { rows: [] };
const textOf = ({ sections }: PersonFile) => JSON.stringify(sections);

beforeAll(async () => {
  const commissioner = contextOf(db, home.commissioner);
  const officer = contextOf(db, away.officer);
  const said = { recovery: undefined, headline: 'Going well' };
  const open = await buildLocalAction(commissioner, { ownerId: home.commissioner.id });
  await rate(commissioner, open, { ...said, rag: 'green', words: 'My own words' });
  await rate(officer, open, { ...said, rag: 'green', words: 'Words of the officer' });
  const hidden = await buildLocalAction(commissioner, {});
  await rate(commissioner, hidden, { ...said, rag: 'green', words: 'My words on what is hidden' });
  await restrict(officer, hidden, [homeId]);
  await db.accessLink.create({
    data: {
      personId: home.commissioner.id,
      tokenHash: 'the hash of a token',
      createdAt: NOW,
      expiresAt: NOW,
    },
  });
});

describe('the table of what is in the file', () => {
  const spoken = ({ names, shows, onlyThat = [], without = {} }: Held) =>
    new Set([...Object.keys(names), ...shows, ...onlyThat, ...Object.keys(without)]);

  test('has every table and every column that can hold something of a person, or says why not', () => {
    const missing = [...personalColumns()].flatMap(([table, columns]) => {
      if (table in NOT_OF_ONE_PERSON) return [];
      const held: Held | undefined = PERSON_FILE[table as keyof typeof PERSON_FILE];
      if (!held) return [table];
      return columns.filter((name) => !spoken(held).has(name)).map((name) => `${table}.${name}`);
    });
    expect(missing).toEqual([]);
  });

  test('leaves out as nobody’s only what names nobody', () => {
    const PERSON = /^(person|author|owner|by|onBehalfOf|delegatedTo)Id$/;
    const wrong = [...personalColumns()].filter(
      ([table, columns]) => table in NOT_OF_ONE_PERSON && columns.some((name) => PERSON.test(name)),
    );
    expect(wrong).toEqual([]);
  });
});

describe('who may have it', () => {
  test.each(ROLES)('a %s: their own, and an administrator anybody’s', async (role) => {
    expect((await fileFor(home[role], home[role])).person.id).toBe(home[role].id);
    const others = fileFor(home[role], away.member);
    if (role === 'administrator') expect((await others).person.id).toBe(away.member.id);
    else await expect(others).rejects.toThrow(NotAllowedError);
  });

  test('nobody without a role, and of nobody who is not there', async () => {
    const nobody = { ...home.member, roles: [] };
    await expect(fileFor(nobody, home.member)).rejects.toThrow(NotAllowedError);
    for (const id of ['x', '00000000-0000-4000-8000-000000000000']) {
      const asked = getPersonFile(contextOf(db, home.administrator), id);
      await expect(asked).rejects.toThrow(NotFoundError);
    }
  });
});

describe('what is in it', () => {
  test('what they wrote, and of what others wrote of their work only that it was', async () => {
    const file = await fileFor(away.administrator);
    expect(textOf(file)).toContain('My own words');
    expect(textOf(file)).not.toContain('Words of the officer');
    const { rows } = sectionOf(file, 'StatusUpdate');
    expect(rows).toContainEqual(expect.objectContaining({ about: 'A1', rag: 'green' }));
  });

  test('that there is something to sign in with, and no secret', async () => {
    const file = await fileFor(home.administrator);
    expect(sectionOf(file, 'AccessLink').rows).toHaveLength(1);
    expect(textOf(file)).not.toContain('the hash of a token');
    expect(sectionOf(file, 'Person').rows).toMatchObject([
      { name: 'home commissioner', organisation: 'Home Trust', passwordHash: false },
    ]);
  });

  test('what is hidden from its reader is not there, nor that it is, and is shown to another', async () => {
    for (const reader of [home.commissioner, home.administrator]) {
      const file = await fileFor(reader);
      expect(textOf(file)).not.toContain('My words on what is hidden');
      expect(textOf(file)).not.toContain('"A2"');
    }
    const whole = await fileFor(away.administrator);
    expect(textOf(whole)).toContain('My words on what is hidden');
    expect(textOf(whole)).toContain('"A2"');
  });

  test('as a page to read and as JSON, the same in both', async () => {
    const file = await fileFor(away.administrator);
    const files = unzipSync(personFileZip(file));
    expect(Object.keys(files)).toEqual(['held.html', 'held.json']);
    expect(JSON.parse(strFromU8(files['held.json'] ?? new Uint8Array()))).toEqual(
      JSON.parse(JSON.stringify(file)),
    );
    const page = strFromU8(files['held.html'] ?? new Uint8Array());
    expect(page).toContain('<h1>What is held about home commissioner</h1>');
    for (const { title } of file.sections) expect(page).toContain(title);
    expect(page).toContain('My own words');
  });
});

test('an operator makes the same by the word of an administrator, and it is in the activity', async () => {
  const out = await mkdtemp(path.join(tmpdir(), 'person-file-'));
  const environment = { DATABASE_URL: url, AUTH_SECRET: 'x'.repeat(40) };
  const run = async (by: string) => {
    const args = ['--email', 'Commissioner@home.example', '--by', by, '--out', out];
    const started = runScript('scripts/person-file.ts', environment, ...args);
    return { status: await started.ended, errors: started.errors() };
  };
  try {
    const [refused, made] = await Promise.all([
      run('officer@home.example'),
      run('administrator@home.example'),
    ]);
    const says = 'No administrator has that email address.\n';
    expect([refused, made]).toEqual([
      { status: 1, errors: says },
      { status: 0, errors: '' },
    ]);
    expect(await readdir(out)).toEqual([`held-${home.commissioner.id}.zip`]);
    const events = await db.auditEvent.findMany({ where: { kind: 'person.file_made' } });
    expect(events).toMatchObject([
      { personId: home.commissioner.id, authorId: home.administrator.id },
    ]);
  } finally {
    await rm(out, { recursive: true, force: true });
  }
});
