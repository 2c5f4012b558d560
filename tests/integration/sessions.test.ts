import { beforeAll, describe, expect, test } from 'vitest';
import { listDemoAccounts } from '@/lib/data/demo-accounts';
import { hashPassword, verifyPassword } from '@/lib/data/password';
import { endSession, readSession } from '@/lib/data/sessions';
import type { PersonActor } from '@/lib/domain/permissions';
import { NO_CALLER } from '@/lib/domain/security-event';
import {
  accounts,
  actorOfSession,
  LIMITS,
  PASSWORD,
  passwordHash,
  signIn,
} from '../support/accounts';
import { NOW } from '../support/actors';
import { testDatabase } from '../support/database';

const { db } = await testDatabase();
const { at, account, emailOf, session } = accounts(db);

describe('signing in', () => {
  let person: PersonActor;
  let email = '';
  beforeAll(async () => {
    person = await account(['officer', 'administrator']);
    email = await emailOf(person);
  });

  test('with the right words opens a session of that person', async () => {
    const id = await signIn(at(0), email, PASSWORD);
    expect(await actorOfSession(at(0), id ?? '')).toEqual(person);
  });

  test('forgives capitals and space in the address, nothing in the password', async () => {
    expect(await signIn(at(0), ` ${email.toUpperCase()}\n`, PASSWORD)).not.toBeNull();
    for (const wrong of [
      '',
      ' ',
      PASSWORD.toUpperCase(),
      `${PASSWORD} `,
      PASSWORD.slice(1),
      passwordHash,
    ]) {
      expect(await signIn(at(0), email, wrong)).toBeNull();
    }
  });

  test.each([
    ['an address that nobody has', 'nobody@home.example'],
    ['no address', ''],
    ['a pattern', '%'],
    ['an attack', "' OR 1=1 --"],
    ['an address that PostgreSQL cannot hold', 'a\u0000@home.example'],
  ])('with %s gives nothing', async (_, wrong) => {
    expect(await signIn(at(0), wrong, PASSWORD)).toBeNull();
  });

  test('is refused to who may not, whatever they know', async () => {
    const before = await db.session.count();
    const noRoles = await account([]);
    const noPassword = await account(['member'], null);
    const deactivated = await account();
    await db.person.update({ where: { id: deactivated.id }, data: { deactivatedAt: NOW } });
    for (const one of [noRoles, noPassword, deactivated]) {
      expect(await signIn(at(0), await emailOf(one), PASSWORD)).toBeNull();
    }
    // The password that unknown addresses are compared with opens nothing either.
    expect(await signIn(at(0), await emailOf(noPassword), 'nobody has this password')).toBeNull();
    expect(await verifyPassword(null, 'nobody has this password')).toBe(false);
    expect(await db.session.count()).toBe(before);
  });

  test('passwords that look the same are the same', async () => {
    const hash = await hashPassword('caf\u00e9 of twelve');
    expect(await verifyPassword(hash, 'cafe\u0301 of twelve')).toBe(true);
    expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  });
});

describe('a session', () => {
  test('lasts twelve hours and not a moment longer, however much it is used', async () => {
    const id = await session(await account());
    for (let minutes = 20; minutes < 12 * 60; minutes += 20) {
      expect(await actorOfSession(at(minutes), id)).not.toBeNull();
    }
    expect(await actorOfSession(at(12 * 60), id)).not.toBeNull();
    expect(await actorOfSession({ db, now: new Date(NOW.getTime() + 43_200_001) }, id)).toBeNull();
    expect(await actorOfSession(at(12 * 60), id)).toBeNull();
  });

  test('lasts half an hour without use; looking how long it lasts is no use of it', async () => {
    const person = await account();
    const id = await session(person);
    const looked = await readSession(at(29), id, LIMITS, true);
    expect(looked?.deadline).toEqual({ at: at(30).now, idle: true });
    expect(await actorOfSession(at(30), id)).not.toBeNull();
    expect((await readSession(at(31), id, LIMITS, true))?.deadline.at).toEqual(at(60).now);
    expect(await actorOfSession(at(61), id)).toBeNull();
    const events = await db.securityEvent.findMany({ where: { personId: person.id } });
    expect(events.map(({ kind }) => kind)).toEqual(['sign_in.succeeded', 'session.timed_out']);
    // It does not come back, and is noted once.
    expect(await actorOfSession(at(31), id)).toBeNull();
  });

  test('lasts as long as the board says', async () => {
    const id = await session(await account());
    const shorter = { sessionIdleMinutes: 5, sessionHours: 1 };
    expect(await readSession(at(5), id, shorter)).not.toBeNull();
    expect(await readSession(at(11), id, shorter)).toBeNull();
  });

  test('notes when it was last used, once a minute at the most', async () => {
    const id = await session(await account());
    const seen = async () => (await db.session.findUniqueOrThrow({ where: { id } })).lastSeenAt;
    await actorOfSession(at(1), id);
    expect(await seen()).toEqual(NOW);
    await actorOfSession(at(2), id);
    expect(await seen()).toEqual(at(2).now);
  });

  test('is over once it is ended, for good', async () => {
    const person = await account();
    const [one, other] = [await session(person), await session(person)];
    await endSession(at(5), one, 'session.ended', NO_CALLER);
    await endSession(at(6), one, 'session.ended', NO_CALLER);
    const events = { where: { personId: person.id, kind: 'session.ended' } };
    expect(await db.securityEvent.count(events)).toBe(1);
    expect(await actorOfSession(at(6), one)).toBeNull();
    expect((await db.session.findUniqueOrThrow({ where: { id: one } })).endedAt).toEqual(at(5).now);
    // The one on the other machine is not.
    expect(await actorOfSession(at(6), other)).toEqual(person);
  });

  test('is that of the person as they are at this request', async () => {
    const person = await account(['officer']);
    const id = await session(person);
    const change = (data: object) => db.person.update({ where: { id: person.id }, data });
    await change({ roles: ['viewer'] });
    expect(await actorOfSession(at(1), id)).toEqual({ ...person, roles: ['viewer'] });
    await change({ roles: [] });
    expect(await actorOfSession(at(1), id)).toBeNull();
    await change({ roles: ['officer'], deactivatedAt: NOW });
    expect(await actorOfSession(at(1), id)).toBeNull();
    await change({ deactivatedAt: null });
    expect(await actorOfSession(at(1), id)).toEqual(person);
  });

  test('that does not exist is nobody’s', async () => {
    const unknown = '3f1c6c38-5d0e-4a56-9f0e-3c8f2b7a1d22';
    expect(await actorOfSession(at(0), unknown)).toBeNull();
    await endSession(at(0), unknown, 'session.ended', NO_CALLER);
  });
});

test('only accounts of the demo board are listed to somebody who is not signed in', async () => {
  const rename = (person: PersonActor, email: string) =>
    db.person.update({ where: { id: person.id }, data: { email } });
  await rename(await account(['viewer']), 'viewer@board.example');
  await rename(await account(['officer']), 'me@council.gov.uk');
  // Invited to the demo by whoever tries it.
  await rename(await account(['officer']), 'asha@board.example');
  const gone = await account(['officer']);
  await db.person.update({ where: { id: gone.id }, data: { deactivatedAt: NOW } });
  await rename(gone, 'officer@board.example');
  await rename(await account([]), 'member@board.example');
  expect(await listDemoAccounts({ db })).toEqual([
    { email: 'viewer@board.example', roles: ['viewer'] },
  ]);
});
