import { randomUUID } from 'node:crypto';
import { TOTP } from 'otpauth';
import { describe, expect, test } from 'vitest';
import {
  choosePassword,
  getAccessLink,
  makeAccessLink,
  setPassword,
} from '@/lib/data/access-links';
import { lockAccess } from '@/lib/data/administrators';
import { lock } from '@/lib/data/change';
import type { Transaction } from '@/lib/data/database';
import { erasePerson } from '@/lib/data/erasures';
import { signInVouched } from '@/lib/data/identities';
import { invitePerson } from '@/lib/data/invitations';
import { hashPassword } from '@/lib/data/password';
import { findPerson } from '@/lib/data/people';
import {
  beginSecondStep,
  confirmSecondStep,
  makeRecoveryCodes,
  passSecondStep,
} from '@/lib/data/second-step';
import { endSessionsOf } from '@/lib/data/sessions';
import {
  askForPasswordLink,
  changePassword,
  finishSignIn,
  signInWithPassword,
} from '@/lib/data/sign-in';
import { assignOwner } from '@/lib/data/status-updates';
import { NotAllowedError, NotFoundError, RuleError } from '@/lib/domain/errors';
import type { PersonActor } from '@/lib/domain/permissions';
import { sealerOf } from '@/lib/domain/sealer';
import { NO_CALLER } from '@/lib/domain/security-event';
import type { Prisma } from '@/prisma/client/client';
import { buildLocalAction } from '@/seed/builders/register';
import { accounts, PASSWORD, signIn } from '../support/accounts';
import { contextOf, makeActors } from '../support/actors';
import { testDatabase } from '../support/database';
import { meanwhile } from '../support/meanwhile';

/**
 * What somebody read before they waited for their turn is looked at again when it has come: of two
 * things at once one is wholly before the other.
 */
const { db } = await testDatabase();
const { at, account, emailOf, session } = accounts(db);
const { home, homeId } = await makeActors(db);
const sealer = sealerOf('a secret of these tests, long enough', 'second step');
const here = { ...at(0), caller: NO_CALLER };
const second = { ...here, sealer };
const other = await hashPassword('teacup violin marsh');
const once = () => ({ submissionId: randomUUID() });

const locked = (person: PersonActor) => (tx: Transaction) => findPerson(tx, person.id);
const resets = (person: PersonActor) => (tx: Transaction) =>
  setPassword({ tx, now: at(0).now }, person.id, other);
const openSessions = (person: PersonActor) =>
  db.session.count({ where: { personId: person.id, endedAt: null } });
const refused = (error: unknown) => ({ status: 'rejected', reason: error });

/** What an app shows so many minutes later that somebody has begun to set up. */
async function begin(person: PersonActor, begunBy: string): Promise<(minutes: number) => string> {
  const { address } = await beginSecondStep(second, person.id, begunBy);
  const secret = new URL(address).searchParams.get('secret') ?? '';
  return (minutes) => new TOTP({ secret }).generate({ timestamp: at(minutes).now.getTime() });
}

describe('while a password is checked', () => {
  const tries = (email: string) => () => signInWithPassword(here, email, PASSWORD);

  test('another is chosen by a link: the old one opens nothing any more', async () => {
    const person = await account();
    const tried = tries(await emailOf(person));
    const result = await meanwhile(db, locked(person), tried, resets(person));
    expect(result).toEqual({ status: 'fulfilled', value: { is: 'wrong' } });
    expect(await openSessions(person)).toBe(0);
    expect(await signIn(at(1), await emailOf(person), 'teacup violin marsh')).not.toBeNull();
  });

  test('they are shut out, and let in again: they sign in anew', async () => {
    const person = await account();
    const shut = (tx: Transaction) =>
      tx.person.update({ where: { id: person.id }, data: { deactivatedAt: at(0).now } });
    const result = await meanwhile(db, locked(person), tries(await emailOf(person)), shut);
    expect(result).toEqual({ status: 'fulfilled', value: { is: 'wrong' } });
    expect(await openSessions(person)).toBe(0);
  });

  test('the board comes to ask for a second step: none is skipped', async () => {
    const person = await account(['commissioner']);
    const { version, ...rest } = (await db.boardSettings.findFirst({
      orderBy: { version: 'desc' },
    })) ?? { version: 0 };
    const asks = (tx: Transaction) =>
      tx.boardSettings.create({
        data: {
          ...(rest as Prisma.BoardSettingsUncheckedCreateInput),
          version: version + 1,
          secondStepRoles: ['commissioner'],
        },
      });
    const turn = (tx: Transaction) => lock(tx, 'board settings');
    expect(await meanwhile(db, turn, tries(await emailOf(person)), asks)).toMatchObject({
      value: { is: 'second step', enrolled: false },
    });
    expect(await openSessions(person)).toBe(0);
  });
});

test('a second step that is passed while the password is reset opens no session', async () => {
  const person = await account();
  const code = await begin(person, 'here');
  await confirmSecondStep(second, person.id, code(0), 'here');
  const signingIn = await signInWithPassword(here, await emailOf(person), PASSWORD);
  const token = signingIn.is === 'second step' ? signingIn.token : '';
  const finish = () => finishSignIn(here, token);
  expect(await meanwhile(db, locked(person), finish, resets(person))).toEqual({
    status: 'fulfilled',
    value: null,
  });
  expect(await openSessions(person)).toBe(0);
});

test('a password that was chosen by a link is not replaced from a session that it ended', async () => {
  const person = await account();
  const held = await session(person);
  const words = { present: PASSWORD, password: 'kettle orbit lagoon' };
  const change = () => changePassword({ ...here, actor: person }, words, held);
  const result = await meanwhile(db, locked(person), change, resets(person));
  expect(result).toEqual(refused(expect.any(RuleError)));
  expect(await signIn(at(1), await emailOf(person), 'teacup violin marsh')).not.toBeNull();
});

test('single sign-on that comes back while its link is taken away opens nothing', async () => {
  const person = await account(['member'], null);
  const vouched = {
    provider: 'oidc' as const,
    issuer: 'https://id.example',
    subject: 'theirs',
    emails: [await emailOf(person)],
  };
  await signInVouched(here, vouched);
  const come = () => signInVouched(here, vouched);
  const shut = async (tx: Transaction) => {
    await tx.person.update({ where: { id: person.id }, data: { deactivatedAt: at(0).now } });
    await endSessionsOf({ db: tx, now: at(0).now }, person.id);
  };
  expect(await meanwhile(db, locked(person), come, shut)).toEqual({
    status: 'fulfilled',
    value: null,
  });
  expect(await openSessions(person)).toBe(0);
});

test('a link that is asked for does not go to an address that is theirs no more', async () => {
  const person = await account();
  const was = await emailOf(person);
  const ask = () => askForPasswordLink(here, was);
  const moves = (tx: Transaction) =>
    tx.person.update({ where: { id: person.id }, data: { email: `new-${was}` } });
  expect(await meanwhile(db, locked(person), ask, moves)).toEqual({
    status: 'fulfilled',
    value: null,
  });
  expect(await db.accessLink.count({ where: { personId: person.id } })).toBe(0);
});

test('a link that is used while another is made for them is of no use any more', async () => {
  const person = await account();
  const make = (tx: Transaction) =>
    makeAccessLink({ tx, now: at(0).now }, person.id, 'password', 'handed over');
  const token = await db.$transaction(make);
  const choose = () => choosePassword(at(0), token, 'kettle orbit lagoon', NO_CALLER);
  expect(await meanwhile(db, locked(person), choose, make)).toEqual(
    refused(expect.any(NotFoundError)),
  );
  expect(await signIn(at(1), await emailOf(person), PASSWORD)).not.toBeNull();
});

test('of two links that are asked for at once one is good', async () => {
  const person = await account();
  const email = await emailOf(person);
  const made = await Promise.all([
    askForPasswordLink(here, email),
    askForPasswordLink(here, email),
  ]);
  const good = await Promise.allSettled(made.map((one) => getAccessLink(at(0), one?.token ?? '')));
  expect(good.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
});

test('a second step that is confirmed stays the one its owner’s app holds', async () => {
  const person = await account();
  const code = await begin(person, 'the owner');
  const thief = () => beginSecondStep(second, person.id, 'somebody else');
  const confirm = () => confirmSecondStep(second, person.id, code(0), 'the owner');
  expect(await meanwhile(db, locked(person), thief, confirm)).toEqual(
    refused(expect.any(RuleError)),
  );
  await passSecondStep({ ...second, ...at(1) }, person.id, code(1));
});

test('two tabs that make the first recovery codes make ten', async () => {
  const person = await account();
  const code = await begin(person, 'here');
  await confirmSecondStep(second, person.id, code(0), 'here');
  const make = () => makeRecoveryCodes({ ...second, actor: person }, undefined);
  const made = await Promise.allSettled([make(), make()]);
  expect(made.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect(await db.recoveryCode.count({ where: { personId: person.id } })).toBe(10);
});

describe('while an administrator waits for their turn', () => {
  const invites = (by: PersonActor) => () =>
    invitePerson(
      { ...contextOf(db, by), caller: NO_CALLER },
      {
        ...once(),
        name: `Helper ${randomUUID()}`,
        position: 'Helper',
        organisationId: homeId,
        email: `${randomUUID()}@home.example`,
        roles: ['administrator'],
      },
    );

  test.each([
    ['is shut out', { deactivatedAt: at(0).now }],
    ['is made a viewer', { roles: ['viewer' as const] }],
  ])('and %s, nothing is done in their name', async (_, data) => {
    const rogue = await account(['administrator']);
    const before = await db.person.count();
    const turn = (tx: Transaction) => lockAccess(tx, contextOf(db));
    const shut = (tx: Transaction) => tx.person.update({ where: { id: rogue.id }, data });
    expect(await meanwhile(db, turn, invites(rogue), shut)).toEqual(
      refused(expect.any(NotAllowedError)),
    );
    expect(await db.person.count()).toBe(before);
  });
});

test('nobody comes to own something while their name is erased', async () => {
  const leaver = await account();
  await db.person.update({ where: { id: leaver.id }, data: { deactivatedAt: at(0).now } });
  const reference = await buildLocalAction(contextOf(db));
  // As though they had been active when the form was drawn.
  await db.person.update({ where: { id: leaver.id }, data: { deactivatedAt: null, roles: [] } });
  const { number } = await db.item.findUniqueOrThrow({ where: { reference } });
  const form = { ...once(), basedOn: number, ownerId: leaver.id, words: undefined };
  const assign = () =>
    assignOwner(contextOf(db, home.officer), reference, { ...form, leadOrganisationId: undefined });
  const result = await meanwhile(db, locked(leaver), assign, (tx) =>
    tx.person.update({ where: { id: leaver.id }, data: { deactivatedAt: at(0).now } }),
  );
  expect(result).toEqual(refused(expect.any(RuleError)));
  const administrator = contextOf(db, home.administrator);
  await erasePerson(administrator, leaver.id, { ...once(), reason: 'They asked' });
  expect(await db.item.count({ where: { ownerId: leaver.id } })).toBe(0);
});
