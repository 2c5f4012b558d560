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
import type { Transaction } from '@/lib/data/database';
import { erasePerson } from '@/lib/data/erasures';
import { signInVouched } from '@/lib/data/identities';
import { invitePerson } from '@/lib/data/invitations';
import { lock } from '@/lib/data/lock';
import { openMeetingAction } from '@/lib/data/meeting-actions';
import { hashPassword } from '@/lib/data/password';
import { addPerson, findPerson } from '@/lib/data/people';
import {
  beginSecondStep,
  confirmSecondStep,
  deleteSecondStep,
  makeRecoveryCodes,
  passSecondStep,
  removeSecondStep,
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
import type { PersonActor, Role } from '@/lib/domain/permissions';
import { sealerOf } from '@/lib/domain/sealer';
import { NO_CALLER } from '@/lib/domain/security-event';
import type { Prisma } from '@/prisma/client/client';
import { buildMeeting } from '@/seed/builders/board';
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

const turnOfRules = (tx: Transaction) => lock(tx, 'board settings');
/** The board comes to ask for a second step. */
const rulesAsk = (role: Role) => async (tx: Transaction) => {
  const latest = await tx.boardSettings.findFirst({ orderBy: { version: 'desc' } });
  const { version = 0, ...rest } = latest ?? {};
  await tx.boardSettings.create({
    data: {
      ...(rest as Prisma.BoardSettingsUncheckedCreateInput),
      version: version + 1,
      secondStepRoles: [role],
    },
  });
};

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
    expect(
      await meanwhile(db, turnOfRules, tries(await emailOf(person)), rulesAsk('commissioner')),
    ).toMatchObject({ value: { is: 'second step', enrolled: false } });
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

test('nor does one that is taken away meanwhile: they begin anew, by the rules', async () => {
  const person = await account();
  const code = await begin(person, 'here');
  await confirmSecondStep(second, person.id, code(0), 'here');
  const signingIn = await signInWithPassword(here, await emailOf(person), PASSWORD);
  const token = signingIn.is === 'second step' ? signingIn.token : '';
  const away = (tx: Transaction) =>
    deleteSecondStep({ tx, now: at(0).now }, person.id, { caller: NO_CALLER });
  expect(await meanwhile(db, locked(person), () => finishSignIn(here, token), away)).toEqual({
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
    signedInAt: null,
  };
  await signInVouched(here, vouched);
  const come = () => signInVouched(here, vouched);
  const shut = async (tx: Transaction) => {
    await tx.person.update({ where: { id: person.id }, data: { deactivatedAt: at(0).now } });
    await endSessionsOf({ db: tx, now: at(0).now }, person.id);
  };
  expect(await meanwhile(db, locked(person), come, shut)).toEqual({
    status: 'fulfilled',
    value: { is: 'refused' },
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
  let first = '';
  const ask = () => askForPasswordLink(here, email);
  const asks = async (tx: Transaction) => {
    first = await makeAccessLink({ tx, now: at(0).now }, person.id, 'password', 'asked for');
  };
  const second = await meanwhile(db, locked(person), ask, asks);
  const token = second.status === 'fulfilled' ? (second.value?.token ?? '') : '';
  expect(await getAccessLink(at(0), token)).toMatchObject({ purpose: 'password' });
  await expect(getAccessLink(at(0), first)).rejects.toThrow(NotFoundError);
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

describe('recovery codes', () => {
  const make = (person: PersonActor) => () =>
    makeRecoveryCodes({ ...second, actor: person }, undefined);
  const enrolled = async () => {
    const person = await account();
    const code = await begin(person, 'here');
    await confirmSecondStep(second, person.id, code(0), 'here');
    return person;
  };

  test('that two tabs ask for first are ten', async () => {
    const person = await enrolled();
    const other = (tx: Transaction) =>
      tx.recoveryCode.create({
        data: { personId: person.id, codeHash: 'of the other tab', createdAt: at(0).now },
      });
    expect(await meanwhile(db, locked(person), make(person), other)).toEqual(
      refused(expect.any(RuleError)),
    );
    expect(await db.recoveryCode.count({ where: { personId: person.id } })).toBe(1);
  });

  test('are not made for a second step that was taken away', async () => {
    const person = await enrolled();
    const away = (tx: Transaction) =>
      deleteSecondStep({ tx, now: at(0).now }, person.id, { caller: NO_CALLER });
    expect(await meanwhile(db, locked(person), make(person), away)).toEqual(
      refused(expect.any(RuleError)),
    );
    expect(await db.recoveryCode.count({ where: { personId: person.id } })).toBe(0);
  });
});

test('a second step stays where a role comes to need it while it is being removed', async () => {
  const person = await account();
  const code = await begin(person, 'here');
  await confirmSecondStep(second, person.id, code(0), 'here');
  const remove = () => removeSecondStep({ ...second, ...at(1), actor: person }, code(1));
  expect(await meanwhile(db, turnOfRules, remove, rulesAsk('member'))).toEqual(
    refused(expect.any(RuleError)),
  );
  expect(await db.secondFactor.count({ where: { personId: person.id } })).toBe(1);
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

describe('somebody whose name is erased', () => {
  const administrator = contextOf(db, home.administrator);
  const officer = contextOf(db, home.officer);
  const erase = (id: string) => () =>
    erasePerson(administrator, id, { ...once(), reason: 'They asked' });
  const partner = () =>
    addPerson(contextOf(db), {
      ...once(),
      name: `Partner ${randomUUID()}`,
      position: 'Manager',
      organisationId: homeId,
    });
  const owns = async (ownerId: string) =>
    (await db.item.count({ where: { ownerId } })) +
    (await db.meetingAction.count({ where: { ownerId } }));
  const meeting = buildMeeting(contextOf(db), {
    date: '2026-11-20',
    startsAt: '14:00',
    venue: 'Hall',
  });

  const GIVES: Array<[string, (ownerId: string) => Promise<unknown>]> = [
    [
      'an item',
      async (ownerId) => {
        const reference = await buildLocalAction(contextOf(db));
        const { number } = await db.item.findUniqueOrThrow({ where: { reference } });
        const form = { ...once(), basedOn: number, ownerId, words: undefined };
        return assignOwner(officer, reference, { ...form, leadOrganisationId: undefined });
      },
    ],
    ['a new local action', (ownerId) => buildLocalAction(officer, { ownerId })],
    [
      'a meeting action',
      async (ownerId) => {
        const form = { ...once(), what: 'Write to them', ownerId, due: undefined };
        return openMeetingAction(officer, await meeting, form);
      },
    ],
  ];

  test.each(GIVES)('meanwhile, comes to own nothing: %s', async (_, give) => {
    const id = await partner();
    const shut = (tx: Transaction) =>
      tx.person.update({ where: { id }, data: { deactivatedAt: at(0).now, erasedAt: at(0).now } });
    const lockThem = (tx: Transaction) => findPerson(tx, id);
    expect(await meanwhile(db, lockThem, () => give(id), shut)).toEqual(
      refused(expect.any(RuleError)),
    );
    expect(await owns(id)).toBe(0);
  });

  test('who is given something meanwhile is not erased', async () => {
    const id = await partner();
    const { id: itemId } = await db.item.findUniqueOrThrow({
      where: { reference: await buildLocalAction(contextOf(db)) },
    });
    // Whatever way it is given: the row that names them is enough.
    const given = (tx: Transaction) =>
      tx.item.update({ where: { id: itemId }, data: { ownerId: id } });
    const result = await meanwhile(db, given, erase(id), async () => {});
    expect(result).toEqual(refused(expect.any(RuleError)));
    const still = await db.person.findUniqueOrThrow({ where: { id } });
    expect(still.erasedAt).toBeNull();
  });
});
