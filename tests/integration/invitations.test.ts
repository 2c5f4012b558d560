import { describe, expect, test } from 'vitest';
import { choosePassword, getAccessLink } from '@/lib/data/access-links';
import { createFirstAdministrator } from '@/lib/data/first-administrator';
import { NotFoundError } from '@/lib/domain/errors';
import { NO_CALLER } from '@/lib/domain/security-event';
import { accounts, actorOfSession, PASSWORD, signIn } from '../support/accounts';
import { contextOf, NOW } from '../support/actors';
import { testDatabase } from '../support/database';
import { digest } from '../support/whole-database';

const { db } = await testDatabase();
const { at, account, emailOf, session } = accounts(db);
const FIRST = {
  name: 'First Administrator',
  position: 'Head of governance',
  organisation: 'Exampleshire Council',
};

describe('an invitation', () => {
  let invited = 0;
  const invite = async (email = `admin${++invited}@home.example`) => {
    // Two of one name in one organisation could not be told apart.
    const known = await db.person.findUnique({ where: { email: email.toLowerCase() } });
    const form = { email, ...FIRST, name: known?.name ?? `First Administrator ${invited}` };
    return { email, ...(await createFirstAdministrator(contextOf(db), form)) };
  };
  const accept = (where: ReturnType<typeof at>, token: string, password: string) =>
    choosePassword(where, token, password, NO_CALLER);
  const personOf = (email: string) =>
    db.person.findUniqueOrThrow({
      where: { email },
      include: { accessLinks: true, versions: true },
    });

  test('makes an administrator who can choose a password and sign in', async () => {
    const { email, token } = await invite();
    expect(await getAccessLink(at(1), token)).toEqual({
      purpose: 'invitation',
      name: expect.stringContaining('First Administrator'),
      email,
    });
    expect(await signIn(at(1), email, PASSWORD)).toBeNull();
    await accept(at(1), token, PASSWORD);
    const id = await signIn(at(2), email, PASSWORD);
    expect(await actorOfSession(at(2), id ?? '')).toMatchObject({ roles: ['administrator'] });
    expect((await personOf(email)).versions).toHaveLength(1);
  });

  test('can make them an officer as well, now or later', async () => {
    const form = { ...FIRST, officer: true };
    for (const known of [false, true]) {
      const email = known ? (await invite()).email : 'both@home.example';
      await createFirstAdministrator(contextOf(db), { ...form, email });
      expect([...(await personOf(email)).roles].sort()).toEqual(['administrator', 'officer']);
    }
  });

  test.each([
    ['a position', { position: undefined }],
    ['an organisation', { organisation: undefined }],
  ])('of somebody new needs %s, and says so', async (_, without) => {
    const before = await digest(db);
    const form = { email: 'nobody@home.example', ...FIRST, ...without };
    await expect(createFirstAdministrator(contextOf(db), form)).rejects.toThrow(
      /^Nobody has that address yet.*--position .* --organisation /,
    );
    expect(await digest(db)).toEqual(before);
  });

  test('sets position and organisation of somebody known, as the operator’s', async () => {
    const { email } = await invite();
    const { id: personId } = await personOf(email);
    const moved = { email, name: 'Whatever', position: 'Chair', organisation: 'A new body' };
    await createFirstAdministrator(contextOf(db), moved);
    const person = await db.person.findUniqueOrThrow({
      where: { id: personId },
      include: { organisation: true, versions: { orderBy: { version: 'desc' } } },
    });
    expect([person.position, person.organisation?.name]).toEqual(['Chair', 'A new body']);
    expect(person.name).not.toBe('Whatever');
    expect(person.versions[0]).toMatchObject({ version: 2, position: 'Chair', authorId: null });
    const events = await db.auditEvent.findMany({
      where: { OR: [{ personId }, { organisationId: person.organisationId }] },
      orderBy: { seq: 'desc' },
      take: 3,
    });
    expect(events.map(({ kind, authorId, reason }) => [kind, authorId, reason])).toEqual([
      ['person.invited', null, 'By the operator’s command'],
      ['person.changed', null, 'By the operator’s command'],
      ['organisation.added', null, 'By the operator’s command'],
    ]);
    // Once more, by another spelling of it, nothing is new but the link.
    const count = await db.organisation.count();
    await createFirstAdministrator(contextOf(db), { ...moved, organisation: 'a NEW body' });
    expect(await db.organisation.count()).toBe(count);
    expect(await db.personVersion.count({ where: { personId } })).toBe(2);
  });

  test('is the way back for one who has lost their second step', async () => {
    const { email } = await invite();
    const { id: personId } = await personOf(email);
    const createdAt = at(0).now;
    await db.secondFactor.create({
      data: { personId, secret: new Uint8Array(1), createdAt, confirmedAt: createdAt },
    });
    await db.recoveryCode.create({ data: { personId, codeHash: 'x', createdAt } });
    await invite(email);
    expect(await db.secondFactor.count({ where: { personId } })).toBe(1);
    const form = { email, ...FIRST };
    await createFirstAdministrator(contextOf(db), { ...form, resetSecondStep: true });
    expect(await db.secondFactor.count({ where: { personId } })).toBe(0);
    expect(await db.recoveryCode.count({ where: { personId } })).toBe(0);
    const where = { personId, kind: 'person.second_step_reset' };
    expect(await db.auditEvent.count({ where })).toBe(1);
    const noted = { personId, kind: 'second_step.removed' };
    expect(await db.securityEvent.count({ where: noted })).toBe(1);
  });

  test('is kept as a hash only', async () => {
    const { email, token } = await invite();
    const person = await personOf(email);
    expect(token.length).toBeGreaterThan(40);
    expect(JSON.stringify(person)).not.toContain(token);
    expect(person.accessLinks[0]?.tokenHash).toMatch(/^[0-9a-f]{64}$/);
  });

  test('works once', async () => {
    const { email, token } = await invite();
    await accept(at(1), token, PASSWORD);
    await expect(getAccessLink(at(2), token)).rejects.toThrow(NotFoundError);
    await expect(accept(at(2), token, 'teacup violin marsh')).rejects.toThrow(NotFoundError);
    expect(await signIn(at(3), email, 'teacup violin marsh')).toBeNull();
  });

  test('used by two at once works for one', async () => {
    const { email, token } = await invite();
    const passwords = ['ladder orbit mustard', 'granite comet pillow'] as const;
    const settled = await Promise.allSettled(
      passwords.map((password) => accept(at(1), token, password)),
    );
    expect(settled.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
    const signedIn = await Promise.all(passwords.map((one) => signIn(at(2), email, one)));
    expect(signedIn.map((id) => id !== null)).toEqual(
      settled.map((one) => one.status === 'fulfilled'),
    );
    const person = await personOf(email);
    const where = { personId: person.id, kind: 'person.password_set' };
    expect(await db.auditEvent.count({ where })).toBe(1);
  });

  test('is good for seven days', async () => {
    const { token } = await invite();
    const week = 7 * 24 * 60;
    expect(await getAccessLink(at(week - 1), token)).toHaveProperty('email');
    await expect(getAccessLink(at(week), token)).rejects.toThrow(NotFoundError);
    await expect(accept(at(week), token, PASSWORD)).rejects.toThrow(NotFoundError);
    await accept(at(week - 1), token, PASSWORD);
  });

  test('makes earlier ones useless, and the person who is there an administrator', async () => {
    const person = await account(['member']);
    const email = await emailOf(person);
    const [old, young] = [await invite(email), await invite(email.toUpperCase())];
    await expect(getAccessLink(at(0), old.token)).rejects.toThrow(NotFoundError);
    await expect(accept(at(0), old.token, PASSWORD)).rejects.toThrow(NotFoundError);
    await accept(at(1), young.token, 'velvet anchor thunder');
    const now = await personOf(email);
    expect([now.id, now.roles, now.versions.length]).toEqual([
      person.id,
      ['member', 'administrator'],
      // Their position and organisation were said with the first.
      2,
    ]);
    const [event] = await db.auditEvent.findMany({
      where: {
        personId: person.id,
        kind: 'person.invited',
        changes: { path: ['0', 'from'], equals: ['member'] },
      },
    });
    expect(event?.changes).toEqual([
      { field: 'roles', from: ['member'], to: ['member', 'administrator'] },
    ]);
  });

  test('a new password ends what was open with the old one', async () => {
    const person = await account(['member']);
    const open = await session(person);
    const { token } = await invite(await emailOf(person));
    expect(await actorOfSession(at(0), open)).not.toBeNull();
    await accept(at(1), token, 'velvet anchor thunder');
    expect(await actorOfSession(at(1), open)).toBeNull();
    expect(await signIn(at(1), await emailOf(person), PASSWORD)).toBeNull();
  });

  test('is nothing to somebody who was deactivated since', async () => {
    const { email, token } = await invite();
    await db.person.update({ where: { email }, data: { deactivatedAt: NOW } });
    const before = await digest(db);
    await expect(getAccessLink(at(1), token)).rejects.toThrow(NotFoundError);
    await expect(accept(at(1), token, PASSWORD)).rejects.toThrow(NotFoundError);
    expect(await digest(db)).toEqual(before);
  });

  test.each(['', 'nonsense', 'a\u0000b', 'x'.repeat(5000)])('%j is none', async (token) => {
    await expect(getAccessLink(at(0), token)).rejects.toThrow(NotFoundError);
    await expect(accept(at(0), token, PASSWORD)).rejects.toThrow(NotFoundError);
  });
});
