import { afterAll, expect, test } from 'vitest';
import { planErasure } from '@/lib/data/erasures';
import { NotAllowedError } from '@/lib/domain/errors';
import { contextOf, makeActors, NOW } from '../support/actors';
import { testDatabase } from '../support/database';
import { runScript, stopAll } from '../support/started';
import { digest, findWords } from '../support/whole-database';

const { db, url } = await testDatabase();
const { home } = await makeActors(db);
await db.accessLink.create({
  data: { personId: home.member.id, tokenHash: 'x', createdAt: NOW, expiresAt: NOW },
});
afterAll(stopAll);

const NAME = 'home member';
const EMAIL = 'member@home.example';
const MEMBER = ['--email', 'Member@Home.example'];
const WORD = ['--by', 'administrator@home.example', '--reason', 'They asked for it'];

async function run(...args: string[]) {
  const environment = { DATABASE_URL: url, AUTH_SECRET: 'x'.repeat(40) };
  const started = runScript('scripts/erase-person.ts', environment, ...args);
  return { status: await started.ended, said: started.output(), errors: started.errors() };
}

const memberId = home.member.id;
const deactivate = (deactivatedAt: Date | null) =>
  db.person.update({ where: { id: memberId }, data: { deactivatedAt } });

test('says what is missing, and does nothing', async () => {
  const wrong = [
    [...MEMBER, '--id', memberId, ...WORD],
    ['--id', "';--", ...WORD],
    [...MEMBER, '--by', 'administrator@home.example', '--reason', ' '],
  ];
  for (const { status, said, errors } of await Promise.all(wrong.map((args) => run(...args)))) {
    expect([status, said]).toEqual([1, '']);
    expect(errors).toMatch(/^Say who, by whose word, and why: npm run erase-person .*\n$/);
  }
});

test('what would go is for administrators alone', async () => {
  const who = { id: memberId };
  for (const role of ['viewer', 'member', 'commissioner', 'officer'] as const) {
    await expect(planErasure(contextOf(db, home[role]), who)).rejects.toThrow(NotAllowedError);
  }
});

test('refuses what the page refuses, in a sentence', async () => {
  const before = await digest(db);
  const refusals: Array<[string[], RegExp]> = [
    [[...MEMBER, ...WORD, '--yes'], /^Deactivate them first\.\n$/],
    [['--email', 'nobody@home.example', ...WORD], /^There is no such person\.\n$/],
    [
      [...MEMBER, '--by', 'officer@home.example', '--reason', 'Asked', '--yes'],
      /^No administrator has that email address\.\n$/,
    ],
  ];
  const refused = refusals.map(async ([args, sentence]) => {
    const { status, errors } = await run(...args);
    expect(status).toBe(1);
    expect(errors).toMatch(sentence);
  });
  await Promise.all(refused);
  expect(await digest(db)).toEqual(before);
});

test('without --yes it says what would go, and changes nothing', async () => {
  await deactivate(NOW);
  const before = await digest(db);
  const { status, said, errors } = await run(...MEMBER, ...WORD);
  expect([status, errors]).toEqual([0, '']);
  expect(said).toContain(`${NAME}, Position of the ${NAME} (${memberId})\n`);
  expect(said).toContain('Blanked: the name, in 1 version\n');
  expect(said).toContain(`the address ${EMAIL}, password`);
  expect(said).toContain('links: 1');
  expect(said).toContain('Nothing was changed.');
  expect(await digest(db)).toEqual(before);
});

test('with --yes the name is gone from the database, by the word of the administrator', async () => {
  const { status, said, errors } = await run('--id', memberId, ...WORD, '--yes');
  expect([status, errors]).toEqual([0, '']);
  expect(said).toContain('It is done');
  expect(await findWords(db, EMAIL)).toEqual([]);
  const person = await db.person.findUniqueOrThrow({
    where: { id: memberId },
    include: { versions: true, accessLinks: true, erasures: true },
  });
  expect(person).toMatchObject({ name: 'Name erased', email: null, passwordHash: null, roles: [] });
  expect(person.versions.map(({ name }) => name)).toEqual(['Name erased']);
  expect(person.accessLinks).toEqual([]);
  const by = { authorId: home.administrator.id, authorVersion: 1 };
  expect(person.erasures).toMatchObject([by]);
  const where = { personId: memberId, kind: 'person.erased' };
  expect(await db.auditEvent.findMany({ where })).toMatchObject([
    { ...by, reason: 'They asked for it' },
  ]);
  const again = await run('--id', memberId, ...WORD, '--yes');
  expect([again.status, again.errors]).toEqual([1, 'Their name was erased already.\n']);
});

test('the list of erasures is commands that do them again after a backup was restored', async () => {
  const by = 'administrator@home.example';
  const { status, said, errors } = await run('--list', '--by', by);
  expect([status, errors]).toEqual([0, '']);
  expect(said).toMatch(
    new RegExp(
      `^npm run erase-person -- --id ${memberId} --by ${by} --reason "Erased on [\\d-]{10}, before a backup was restored" --yes\n$`,
    ),
  );
  // As in a backup of before: the same person, with a name, and no erasure.
  const { id } = home.viewer;
  await db.person.update({ where: { id }, data: { deactivatedAt: NOW } });
  const [, command = ''] = said.replace(memberId, id).match(/-- (.*)\n/) ?? [];
  const args = [...command.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare);
  const again = await run(...args.flatMap((one) => one ?? []));
  expect([again.status, again.errors]).toEqual([0, '']);
  expect((await db.person.findUniqueOrThrow({ where: { id } })).name).toBe('Name erased');
  const refused = await run('--list', '--by', 'officer@home.example');
  expect([refused.status, refused.said]).toEqual([1, '']);
});
