import { randomUUID } from 'node:crypto';
import { TOTP } from 'otpauth';
import { describe, expect, test } from 'vitest';
import { choosePassword, getAccessLink } from '@/lib/data/access-links';
import { hashPassword } from '@/lib/data/password';
import { getPerson } from '@/lib/data/people-view';
import { endAllSessions, liftHold } from '@/lib/data/person-changes';
import { countAttempt, takeTurn } from '@/lib/data/rate-limits';
import {
  beginSecondStep,
  confirmSecondStep,
  hasSecondStep,
  makeRecoveryCodes,
  passSecondStep,
  removeSecondStep,
} from '@/lib/data/second-step';
import { signOutEverywhere } from '@/lib/data/sessions';
import { allowPasswords, setAccessRules } from '@/lib/data/settings';
import {
  askForPasswordLink,
  changePassword,
  countLinkRequest,
  finishSignIn,
  getPendingSignIn,
  type PasswordResult,
  signInWithPassword,
} from '@/lib/data/sign-in';
import { NotAllowedError, RuleError } from '@/lib/domain/errors';
import type { KnownDevice } from '@/lib/domain/known-device';
import type { PersonActor } from '@/lib/domain/permissions';
import { sealerOf } from '@/lib/domain/sealer';
import { NO_CALLER } from '@/lib/domain/security-event';
import { opened } from '@/seed/builders/register';
import { accounts, actorOfSession, PASSWORD, signIn } from '../support/accounts';
import { contextOf } from '../support/actors';
import { testDatabase } from '../support/database';

const { db } = await testDatabase();
const { at, account, emailOf, session, link } = accounts(db);
const sealer = sealerOf('a secret of these tests, long enough', 'second step');
const from = (address: string) => ({ address, agent: 'A browser' });
const events = async (person: PersonActor) =>
  (await db.securityEvent.findMany({ where: { personId: person.id }, orderBy: { id: 'asc' } })).map(
    ({ kind }) => kind,
  );

/** Tries a password from a network address of its own, unless one is given. */
let addresses = 0;
async function tries(
  email: string,
  password: string,
  minutes = 0,
  caller = from(`10.0.0.${++addresses}`),
): Promise<PasswordResult['is']> {
  return (await signInWithPassword({ ...at(minutes), caller }, email, password)).is;
}

/** The same from a browser, known or not, with all that came of it. */
const comes = (
  email: string,
  password: string,
  minutes: number,
  address: string,
  devices: readonly KnownDevice[] = [],
) => signInWithPassword({ ...at(minutes), caller: from(address), devices }, email, password);
const device = ({ id: personId }: PersonActor, minutes = -60): KnownDevice => ({
  personId,
  id: randomUUID(),
  since: at(minutes).now,
});

/** As many wrong ones as there may be, from so many networks that none is held off itself. */
async function spendEverywhere(email: string, minutes = 0): Promise<void> {
  for (let attempt = 0; attempt < 101; attempt += 1) {
    await countAttempt(at(minutes), 'everywhere', email);
  }
}
/** As many as a network may before it is slowed. */
async function spendNetwork(network: string): Promise<void> {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    expect(await takeTurn(at(0), 'network', network)).toBeNull();
  }
}

describe('too many wrong passwords', () => {
  test('from one network hold one account back there, with the right one too, and nowhere else', async () => {
    const person = await account();
    const email = await emailOf(person);
    const caller = from('10.1.0.1');
    for (let attempt = 0; attempt < 10; attempt += 1) {
      expect(await tries(email, 'wrong', 0, caller)).toBe('wrong');
    }
    expect(await tries(email, PASSWORD, 0, caller)).toBe('blocked');
    // However the address is written.
    expect(await tries(` ${email.toUpperCase()} `, PASSWORD, 0, caller)).toBe('blocked');
    // Going on leaves no more in the record.
    expect(await tries(email, 'wrong', 0, caller)).toBe('blocked');
    const kinds = await events(person);
    expect(kinds.filter((kind) => kind === 'sign_in.failed')).toHaveLength(10);
    expect(kinds.filter((kind) => kind === 'sign_in.blocked')).toHaveLength(1);
    // Nobody else is, and they are nowhere else; a quarter of an hour later not there either.
    expect(await tries(await emailOf(await account()), PASSWORD, 0, caller)).toBe('in');
    expect(await tries(email, PASSWORD)).toBe('in');
    expect(await tries(email, PASSWORD, 14, caller)).toBe('blocked');
    expect(await tries(email, PASSWORD, 15, caller)).toBe('in');
  });

  test('many at once do not slip through', async () => {
    const email = await emailOf(await account());
    const caller = from('10.1.0.2');
    const all = await Promise.all(
      Array.from({ length: 14 }, () => tries(email, 'wrong', 0, caller)),
    );
    expect(all.filter((one) => one === 'wrong')).toHaveLength(10);
    expect(all.filter((one) => one === 'blocked')).toHaveLength(4);
  });

  test('for an address that nobody has are counted and answered alike', async () => {
    const shut = await account();
    await db.person.update({ where: { id: shut.id }, data: { deactivatedAt: at(0).now } });
    const addresses = [await emailOf(await account()), 'nobody@home.example', await emailOf(shut)];
    const answers = [];
    for (const email of addresses) {
      const own: unknown[] = [];
      for (let attempt = 0; attempt < 12; attempt += 1) {
        own.push(await comes(email, 'wrong', 0, `10.1.1.${addresses.indexOf(email)}`));
      }
      answers.push(own);
    }
    expect(answers[1]).toEqual(answers[0]);
    expect(answers[2]).toEqual(answers[0]);
    expect(answers[0]?.at(-1)).toEqual({ is: 'blocked' });
  });

  test('never shut a person out of a browser they have signed in from', async () => {
    const person = await account();
    const email = await emailOf(person);
    const own = device(person);
    // From their own network, and from as many others as somebody may have.
    for (let attempt = 0; attempt < 11; attempt += 1) await tries(email, 'x', 0, from('10.1.2.1'));
    for (let network = 0; network < 90; network += 1) {
      await countAttempt(at(0), 'everywhere', email);
    }
    expect(await comes(email, PASSWORD, 0, '10.1.2.1')).toEqual({ is: 'blocked' });
    expect(await comes(email, PASSWORD, 0, '10.1.4.1')).toEqual({ is: 'blocked' });
    expect(await comes(email, PASSWORD, 0, '10.1.2.1', [own])).toMatchObject({ is: 'in' });
    // Asking again meanwhile makes it no longer.
    for (let again = 0; again < 12; again += 1) await comes(email, PASSWORD, 14, '10.1.4.1');
    expect(await comes(email, PASSWORD, 15, '10.1.4.1')).toMatchObject({ is: 'in' });
    await spendEverywhere(email);
    // One that is known as somebody else's is a stranger's.
    const other = await account();
    expect(await comes(email, PASSWORD, 0, '10.1.4.1', [device(other)])).toEqual({ is: 'blocked' });
    expect(await comes(email, PASSWORD, 0, '10.1.4.1', [device(other), own])).toMatchObject({
      is: 'in',
    });
  });

  test('are counted in a known browser too', async () => {
    const person = await account();
    const email = await emailOf(person);
    const [stolen, own] = [device(person), device(person)];
    for (let attempt = 0; attempt < 10; attempt += 1) {
      // From ever another network.
      const tried = await comes(email, 'x', 0, `10.1.5.${attempt}`, [stolen]);
      expect(tried).toEqual({ is: 'wrong' });
    }
    expect(await comes(email, PASSWORD, 0, '10.1.5.99', [stolen])).toEqual({ is: 'blocked' });
    expect(await comes(email, PASSWORD, 0, '10.1.5.99', [own])).toMatchObject({ is: 'in' });
  });

  test('are forgotten once one was right', async () => {
    const email = await emailOf(await account());
    const caller = from('10.1.6.1');
    for (let round = 0; round < 2; round += 1) {
      for (let attempt = 0; attempt < 9; attempt += 1) await tries(email, 'wrong', 0, caller);
      expect(await tries(email, PASSWORD, 0, caller)).toBe('in');
    }
  });

  test('are forgotten once a new one was chosen by a link, whose browser is known', async () => {
    const person = await account();
    const email = await emailOf(person);
    await spendEverywhere(email);
    expect(await comes(email, PASSWORD, 0, '10.1.8.1')).toEqual({ is: 'blocked' });
    const link = await askForPasswordLink({ ...at(1), caller: from('10.1.8.1') }, email);
    const chosen = await choosePassword(at(2), link?.token ?? '', 'teacup violin marsh', NO_CALLER);
    expect(chosen).toBe(person.id);
    expect(await comes(email, 'teacup violin marsh', 2, '10.1.8.1')).toMatchObject({ is: 'in' });
  });

  test('by whoever sits at a session hold off that session’s forms alone, and not the other way', async () => {
    const person = await account();
    const email = await emailOf(person);
    await spendEverywhere(email);
    const here = await session(person);
    const form = { present: PASSWORD, password: 'teacup violin marsh' };
    await changePassword({ ...at(1), caller: from('10.1.9.1'), actor: person }, form, here);
  });
});

describe('many addresses tried from one network', () => {
  /** One more of them. */
  let invented = 0;
  const invent = (seconds: number, address: string) =>
    comes(`invented${++invented}@home.example`, 'x', seconds / 60, address);

  test('slow it by growing waits, and lock nobody out', async () => {
    const address = '192.0.2.7';
    for (let attempt = 0; attempt < 100; attempt += 1) {
      expect(await invent(0, address)).toEqual({ is: 'wrong' });
    }
    const email = await emailOf(await account());
    let now = 0;
    const waits = [];
    for (let turn = 0; turn < 9; turn += 1) {
      expect(await invent(now, address)).toEqual({ is: 'wrong' });
      const next = await invent(now, address);
      if (next.is !== 'slowed') throw new Error(next.is);
      waits.push(next.seconds);
      // Asking again before that makes it no longer.
      expect(await comes(email, PASSWORD, now / 60, address)).toEqual(next);
      now += next.seconds;
    }
    expect(waits).toEqual([1, 2, 4, 8, 16, 30, 30, 30, 30]);
    // Somebody who has never signed in here waits for their turn, and is in.
    expect(await comes(email, PASSWORD, now / 60, address)).toMatchObject({ is: 'in' });
    const noted = await db.securityEvent.findMany({ where: { address, kind: 'sign_in.slowed' } });
    expect(noted).toHaveLength(1);
    // Nobody elsewhere waits, and a quarter of an hour later nobody there.
    expect(await invent(now, '192.0.2.8')).toEqual({ is: 'wrong' });
    for (let attempt = 0; attempt < 3; attempt += 1) {
      expect(await invent(15 * 60, address)).toEqual({ is: 'wrong' });
    }
  }, 60_000);

  test('hold off no browser that is known', async () => {
    const address = '192.0.2.17';
    await spendNetwork(address);
    await invent(0, address);
    const person = await account();
    const email = await emailOf(person);
    expect((await comes(email, PASSWORD, 0, address)).is).toBe('slowed');
    expect(await comes(email, PASSWORD, 0, address, [device(person)])).toMatchObject({ is: 'in' });
    // Nor do attempts that wait spend anything of an account.
    for (let attempt = 0; attempt < 11; attempt += 1) await comes(email, 'x', 0, address);
    expect(await comes(email, PASSWORD, 1, address)).toMatchObject({ is: 'in' });
  }, 60_000);

  test('at once take one turn', async () => {
    const address = '192.0.2.27';
    await spendNetwork(address);
    const all = await Promise.all(Array.from({ length: 12 }, () => invent(0, address)));
    expect(all.filter(({ is }) => is === 'wrong')).toHaveLength(1);
    expect(all.filter(({ is }) => is === 'slowed')).toHaveLength(11);
  }, 60_000);

  test('of one account that is held back there take no turn of the others', async () => {
    const address = '192.0.2.37';
    for (let attempt = 0; attempt < 120; attempt += 1) {
      await comes('one@home.example', 'x', 0, address);
    }
    expect(await invent(0, address)).toEqual({ is: 'wrong' });
    expect(await invent(0, address)).toEqual({ is: 'wrong' });
  }, 60_000);
});

describe('a browser is known no more', () => {
  test.each<[string, (person: PersonActor) => Promise<unknown>]>([
    [
      'its person signed out everywhere',
      (person) => signOutEverywhere({ ...at(1), actor: person }, NO_CALLER),
    ],
    [
      'their password was chosen anew',
      async (person) => {
        const link = await askForPasswordLink(
          { ...at(1), caller: NO_CALLER },
          await emailOf(person),
        );
        return choosePassword(at(1), link?.token ?? '', PASSWORD, NO_CALLER);
      },
    ],
    [
      'an administrator signed them out',
      async (person) =>
        endAllSessions(
          { ...contextOf(db, await account(['administrator']), at(1).now), caller: NO_CALLER },
          person.id,
          opened(),
        ),
    ],
  ])('once %s', async (_, end) => {
    const person = await account();
    const email = await emailOf(person);
    const [old, fresh] = [device(person, 0), device(person, 1)];
    await end(person);
    await spendEverywhere(email, 2);
    expect(await comes(email, PASSWORD, 2, '10.2.1.1', [old])).toEqual({ is: 'blocked' });
    // The one it was done in signs in anew, and is known.
    expect(await comes(email, PASSWORD, 2, '10.2.1.1', [fresh])).toMatchObject({ is: 'in' });
  });
});

describe('a hold on somebody’s sign-ins', () => {
  test('is seen by administrators on their page, and lifted, which the record shows', async () => {
    const person = await account();
    const email = await emailOf(person);
    const administrator = await account(['administrator']);
    const context = { ...contextOf(db, administrator), caller: from('10.3.0.1') };
    const heldOff = async () => (await getPerson(context, person.id)).heldOff;
    expect(await heldOff()).toBeNull();
    await expect(liftHold(context, person.id, opened())).rejects.toThrow(/not held off/);
    for (let attempt = 0; attempt < 33; attempt += 1) {
      await countAttempt(at(0), 'guess', email, { network: `10.3.1.${attempt % 3}` });
    }
    expect(await heldOff()).toMatchObject({ networks: 3, everywhere: false, codes: false });
    await spendEverywhere(email);
    expect(await heldOff()).toEqual({
      until: at(15).now.toISOString(),
      networks: 3,
      everywhere: true,
      own: false,
      codes: false,
    });
    for (const actor of [person, await account(['officer'])]) {
      const reader = { ...context, actor };
      expect((await getPerson(reader, person.id)).heldOff).toBeNull();
      await expect(liftHold(reader, person.id, opened())).rejects.toThrow(NotAllowedError);
    }
    await liftHold(context, person.id, opened());
    expect(await heldOff()).toBeNull();
    expect(await comes(email, PASSWORD, 0, '10.3.1.1')).toMatchObject({ is: 'in' });
    expect(await db.auditEvent.findFirst({ orderBy: { seq: 'desc' } })).toMatchObject({
      kind: 'person.hold_lifted',
      personId: person.id,
      authorId: administrator.id,
    });
    const where = { kind: 'sign_in.released', personId: person.id };
    expect(await db.securityEvent.findMany({ where })).toMatchObject([{ byId: administrator.id }]);
  });

  test('at the second step is lifted too', async () => {
    const person = await account();
    const { code } = await enrol(person, 0);
    for (let guess = 0; guess < 11; guess += 1) {
      await expect(passSecondStep(second(5), person.id, '000000')).rejects.toThrow(RuleError);
    }
    const context = contextOf(db, await account(['administrator']), at(5).now);
    expect((await getPerson(context, person.id)).heldOff).toMatchObject({ codes: true });
    await liftHold({ ...context, caller: NO_CALLER }, person.id, opened());
    await passSecondStep(second(5), person.id, code(5));
  });
});

test('what was typed into the wrong box is not kept', async () => {
  await tries('hunter2 is my password', 'x');
  await tries('typo@home.example', 'x');
  const noted = await db.securityEvent.findMany({
    where: { personId: null },
    select: { detail: true },
  });
  const details = noted.map(({ detail }) => detail);
  expect(details).toContain('typo@home.example');
  expect(details.join()).not.toContain('hunter2');
});

/** An app that was set up for somebody. */
async function enrol(person: PersonActor, minutes: number) {
  const where = { ...at(minutes), caller: NO_CALLER, sealer };
  const { address } = await beginSecondStep(where, person.id, HERE);
  const secret = new URL(address).searchParams.get('secret') ?? '';
  const code = (later: number) =>
    new TOTP({ secret }).generate({ timestamp: at(later).now.getTime() });
  await confirmSecondStep(where, person.id, code(minutes), HERE);
  return { secret, code };
}
/** The sign-in that sets a second step up. */
const HERE = 'this session';
const second = (minutes: number) => ({ ...at(minutes), caller: NO_CALLER, sealer });

describe('the second step', () => {
  test('stands between the password and the session, as a row that is none', async () => {
    const person = await account();
    const { code } = await enrol(person, 0);
    const entrance = { ...at(5), caller: NO_CALLER };
    const result = await signInWithPassword(entrance, await emailOf(person), PASSWORD);
    if (result.is !== 'second step') throw new Error(result.is);
    expect(result.enrolled).toBe(true);
    expect(await actorOfSession(at(5), result.token).catch(() => null)).toBeNull();
    expect(await getPendingSignIn(at(5), result.token)).toMatchObject({ personId: person.id });
    expect(await getPendingSignIn(at(15), result.token)).toBeNull();
    expect(JSON.stringify(await db.pendingSignIn.findMany())).not.toContain(result.token);
    await passSecondStep(second(5), person.id, code(5));
    const both = await Promise.all([
      finishSignIn(entrance, result.token),
      finishSignIn(entrance, result.token),
    ]);
    // One token makes one session.
    const [id] = both.filter((one) => one !== null);
    expect(both.filter((one) => one === null)).toHaveLength(1);
    expect(await actorOfSession(at(5), id ?? '')).toEqual(person);
  });

  test('ends for somebody who was deactivated meanwhile', async () => {
    const person = await account();
    await enrol(person, 0);
    const entrance = { ...at(5), caller: NO_CALLER };
    const result = await signInWithPassword(entrance, await emailOf(person), PASSWORD);
    if (result.is !== 'second step') throw new Error(result.is);
    await db.person.update({ where: { id: person.id }, data: { deactivatedAt: at(6).now } });
    expect(await finishSignIn({ ...entrance, ...at(6) }, result.token)).toBeNull();
  });

  test('takes a code once, the present one and its neighbours, and no other', async () => {
    const person = await account();
    const { code } = await enrol(person, 0);
    await expect(passSecondStep(second(0), person.id, code(0))).rejects.toThrow(RuleError);
    for (const wrong of ['', '123', 'abcdef', '１２３４５６', code(90)]) {
      await expect(passSecondStep(second(10), person.id, wrong)).rejects.toThrow(RuleError);
    }
    await passSecondStep(second(20), person.id, ` ${code(20).slice(0, 3)} ${code(20).slice(3)}`);
    await expect(passSecondStep(second(20), person.id, code(20))).rejects.toThrow(RuleError);
    // A clock that is half a minute slow.
    await passSecondStep(second(30), person.id, code(29.5));
    const twice = await Promise.allSettled(
      [1, 2].map(() => passSecondStep(second(40), person.id, code(40))),
    );
    expect(twice.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  test('is guessed ten times at the most', async () => {
    const person = await account();
    const { code } = await enrol(person, 0);
    for (let guess = 0; guess < 10; guess += 1) {
      await expect(passSecondStep(second(5), person.id, '000000')).rejects.toThrow(/app shows/);
    }
    await expect(passSecondStep(second(5), person.id, code(5))).rejects.toThrow(/Too many/);
    // Whoever has their password alone has not shut them out where they are known, or signed in.
    const known = { ...second(5), devices: [device(person)] };
    await expect(passSecondStep(known, person.id, '000000')).rejects.toThrow(/app shows/);
    await passSecondStep(known, person.id, code(5));
    const signedIn = { ...second(6), signedIn: true as const };
    await passSecondStep(signedIn, person.id, code(6));
  });

  test('is kept sealed: the database alone opens nothing', async () => {
    const person = await account();
    const { secret } = await enrol(person, 0);
    const row = await db.secondFactor.findUniqueOrThrow({ where: { personId: person.id } });
    expect(Buffer.from(row.secret).toString('latin1')).not.toContain(secret);
    expect(sealer.open(row.secret)).toBe(secret);
    expect(sealerOf('another secret, also long enough', 'second step').open(row.secret)).toBeNull();
  });

  test('shows the same key until it was confirmed, and never after', async () => {
    const person = await account();
    const [one, other] = await Promise.all([
      beginSecondStep(second(0), person.id, HERE),
      beginSecondStep(second(0), person.id, HERE),
    ]);
    expect(one).toEqual(other);
    expect(one.address).toMatch(/^otpauth:\/\/totp\//);
    await expect(confirmSecondStep(second(0), person.id, '000000', HERE)).rejects.toThrow(
      RuleError,
    );
    expect(await hasSecondStep({ db }, person.id)).toBe(false);
    await enrol(person, 0);
    await expect(beginSecondStep(second(1), person.id, HERE)).rejects.toThrow(RuleError);
  });

  test('is set up with a key that nobody saw who began before', async () => {
    const person = await account();
    const secretOf = ({ address }: { address: string }) =>
      new URL(address).searchParams.get('secret') ?? '';
    const codeOf = (secret: string, minutes: number) =>
      new TOTP({ secret }).generate({ timestamp: at(minutes).now.getTime() });
    const seen = secretOf(await beginSecondStep(second(0), person.id, 'a thief'));
    const own = secretOf(await beginSecondStep(second(1), person.id, HERE));
    expect(own).not.toBe(seen);
    for (const secret of [seen, own]) {
      const stolen = confirmSecondStep(second(1), person.id, codeOf(secret, 1), 'a thief');
      await expect(stolen).rejects.toThrow(/begun elsewhere/);
    }
    // Nor is it the same a quarter of an hour later, at a screen somebody else may have looked at.
    const late = confirmSecondStep(second(16), person.id, codeOf(own, 16), HERE);
    await expect(late).rejects.toThrow(/took too long/);
    const fresh = secretOf(await beginSecondStep(second(17), person.id, HERE));
    expect(fresh).not.toBe(own);
    await confirmSecondStep(second(17), person.id, codeOf(fresh, 17), HERE);
    expect(await hasSecondStep({ db }, person.id)).toBe(true);
  });

  test('gives new recovery codes for a code alone, but for the first ones', async () => {
    const person = await account();
    const { code } = await enrol(person, 0);
    const make = (minutes: number, typed?: string) =>
      makeRecoveryCodes({ ...second(minutes), actor: person }, typed);
    // A quarter of an hour after it was set up, whoever sits there may be somebody else.
    for (const typed of [undefined, '000000']) {
      await expect(make(16, typed)).rejects.toMatchObject({ fields: { code: expect.anything() } });
    }
    const [one = '', another = ''] = await make(16, code(16));
    await expect(make(17)).rejects.toThrow(RuleError);
    await expect(make(17, code(16))).rejects.toThrow(RuleError);
    const [fresh = ''] = await make(17, one);
    await expect(make(18, another)).rejects.toThrow(RuleError);
    await make(18, fresh);
  });

  test('has ten recovery codes, each good once, and new ones make the old useless', async () => {
    const person = await account();
    await expect(makeRecoveryCodes({ ...second(0), actor: person }, undefined)).rejects.toThrow(
      RuleError,
    );
    const { code } = await enrol(person, 0);
    const codes = await makeRecoveryCodes({ ...second(1), actor: person }, undefined);
    expect(new Set(codes).size).toBe(10);
    const [first = '', next = ''] = codes;
    expect(JSON.stringify(await db.recoveryCode.findMany())).not.toContain(first);
    await passSecondStep(second(2), person.id, first.toLowerCase().replaceAll('-', ' '));
    await expect(passSecondStep(second(2), person.id, first)).rejects.toThrow(RuleError);
    // Nor are they anybody else’s.
    const other = await account();
    await enrol(other, 0);
    await expect(passSecondStep(second(2), other.id, next)).rejects.toThrow(RuleError);
    await makeRecoveryCodes({ ...second(3), actor: person }, code(3));
    await expect(passSecondStep(second(3), person.id, next)).rejects.toThrow(RuleError);
    expect(await events(person)).toEqual([
      'second_step.added',
      'recovery_codes.made',
      'recovery_code.used',
      'second_step.failed',
      'recovery_codes.made',
      'second_step.failed',
    ]);
  });

  test('is needed by the roles that the board says, and then cannot be removed', async () => {
    const [officer, member] = [await account(['officer']), await account(['member'])];
    await setAccessRules(contextOf(db), {
      ...opened(),
      basedOn: (await db.boardSettings.findFirst({ orderBy: { version: 'desc' } }))?.version ?? 0,
      sessionIdleMinutes: 30,
      sessionHours: 12,
      secondStepRoles: ['officer'],
      passwordsAllowed: true,
      securityMonths: 12,
    });
    const entrance = { ...at(0), caller: from('10.1.1.1') };
    const result = await signInWithPassword(entrance, await emailOf(officer), PASSWORD);
    expect(result).toMatchObject({ is: 'second step', enrolled: false });
    // Without having set one up there is no way past it.
    expect(await finishSignIn(entrance, 'token' in result ? result.token : '')).toBeNull();
    expect(await tries(await emailOf(member), PASSWORD)).toBe('in');
    const own = await enrol(officer, 0);
    const other = await enrol(member, 0);
    await expect(removeSecondStep({ ...second(5), actor: officer }, own.code(5))).rejects.toThrow(
      /needs a second step/,
    );
    await expect(removeSecondStep({ ...second(5), actor: member }, '000000')).rejects.toThrow();
    await removeSecondStep({ ...second(5), actor: member }, other.code(5));
    expect(await hasSecondStep({ db }, member.id)).toBe(false);
  });
});

describe('passwords switched off', () => {
  test('open nothing where there is single sign-on, and go on where there is none', async () => {
    const latest = await db.boardSettings.findFirst({ orderBy: { version: 'desc' } });
    await setAccessRules(contextOf(db), {
      ...opened(),
      basedOn: latest?.version ?? 0,
      sessionIdleMinutes: 30,
      sessionHours: 12,
      secondStepRoles: [],
      passwordsAllowed: false,
      securityMonths: 12,
    });
    const email = await emailOf(await account());
    const entrance = { ...at(0), caller: from('10.2.2.2') };
    expect((await signInWithPassword(entrance, email, PASSWORD, true)).is).toBe('wrong');
    expect((await signInWithPassword(entrance, email, PASSWORD, false)).is).toBe('in');
  });

  test('is nothing an administrator does who has not come in the other way', async () => {
    const administrator = await account(['administrator']);
    const latest = await db.boardSettings.findFirst({ orderBy: { version: 'desc' } });
    const form = {
      ...opened(),
      basedOn: latest?.version ?? 0,
      sessionIdleMinutes: 31,
      sessionHours: 12,
      secondStepRoles: [],
      passwordsAllowed: false,
      securityMonths: 12,
    };
    await expect(setAccessRules(contextOf(db, administrator), form)).rejects.toThrow(RuleError);
    await db.identity.create({
      data: {
        personId: administrator.id,
        issuer: 'https://login.example.org',
        subject: '1',
        linkedAt: at(0).now,
        lastUsedAt: at(0).now,
      },
    });
    await setAccessRules(contextOf(db, administrator), form);
  });

  test('is undone by an operator alone, and the audit shows it once', async () => {
    const administrator = await account(['administrator']);
    await expect(allowPasswords(contextOf(db, administrator))).rejects.toThrow(NotAllowedError);
    const before = await db.auditEvent.count();
    await allowPasswords(contextOf(db));
    await allowPasswords(contextOf(db));
    expect(await db.boardSettings.findFirst({ orderBy: { version: 'desc' } })).toMatchObject({
      passwordsAllowed: true,
      sessionIdleMinutes: 31,
    });
    expect(await db.auditEvent.count()).toBe(before + 1);
    expect(await db.auditEvent.findFirst({ orderBy: { seq: 'desc' } })).toMatchObject({
      authorId: null,
      changes: [{ field: 'passwordsAllowed', from: false, to: true }],
    });
  });
});

describe('a new password', () => {
  const change = async (person: PersonActor, present: string, password: string, here: string) =>
    changePassword({ ...at(1), caller: NO_CALLER, actor: person }, { present, password }, here);

  test('needs the present one, ends the other sign-ins and keeps this one', async () => {
    const person = await account();
    const [here, elsewhere] = [await session(person), await session(person)];
    await expect(change(person, 'wrong', 'teacup violin marsh', here)).rejects.toThrow(RuleError);
    await change(person, PASSWORD, 'teacup violin marsh', here);
    expect(await actorOfSession(at(2), here)).toEqual(person);
    expect(await actorOfSession(at(2), elsewhere)).toBeNull();
    expect(await signIn(at(2), await emailOf(person), PASSWORD)).toBeNull();
    expect(await signIn(at(2), await emailOf(person), 'teacup violin marsh')).not.toBeNull();
  });

  test.each([
    ['a row of the keyboard', () => 'qwertyuiop123'],
    ['one word, dressed up', () => 'P@ssw0rd2026!'],
    ['their own name and address', (email: string) => `${email}2026`],
    ['the board’s own name', () => 'DrugandAlcoholDeliveryBoard'],
    ['a repetition', () => 'abcabcabcabcabc'],
  ])('that is %s is refused with a sentence that helps', async (_, weak) => {
    const person = await account();
    const password = weak(await emailOf(person));
    await expect(change(person, PASSWORD, password, '')).rejects.toThrow(/three or four words/);
    expect(await signIn(at(2), await emailOf(person), PASSWORD)).not.toBeNull();
  });

  test('is another than before', async () => {
    const person = await account();
    await expect(change(person, PASSWORD, PASSWORD, '')).rejects.toThrow(/another than/);
  });

  test('cannot be guessed at without end by whoever sits at an open session', async () => {
    const person = await account();
    for (let guess = 0; guess < 10; guess += 1) {
      await expect(change(person, 'wrong', 'teacup violin marsh', '')).rejects.toThrow(/have now/);
    }
    await expect(change(person, PASSWORD, 'teacup violin marsh', '')).rejects.toThrow(/Too many/);
  });

  test('by a link: for an account alone, three times an hour, one link at a time', async () => {
    const person = await account();
    const email = await emailOf(person);
    const ask = (address: string, caller = from('10.3.3.3')) =>
      askForPasswordLink({ ...at(0), caller }, address);
    const first = await ask(email.toUpperCase());
    const second = await ask(email);
    expect(await getAccessLink(at(0), second?.token ?? '')).toMatchObject({ purpose: 'password' });
    await expect(getAccessLink(at(0), first?.token ?? '')).rejects.toThrow();
    await expect(getAccessLink(at(60), second?.token ?? '')).rejects.toThrow();
    expect(await ask(email)).not.toBeNull();
    expect(await ask(email)).toBeNull();
    // Whoever asks without end takes it from nobody: an hour later there are three again, and until
    // then the last one works.
    const third = await ask(email);
    expect(third).toBeNull();
    const later = { ...at(60), caller: from('10.3.3.3') };
    expect(await askForPasswordLink(later, email)).not.toBeNull();
    for (const nobody of ['nobody@home.example', '', 'a\u0000@home.example', '%']) {
      expect(await ask(nobody)).toBeNull();
    }
    const gone = await account();
    await db.person.update({ where: { id: gone.id }, data: { deactivatedAt: at(0).now } });
    expect(await ask(await emailOf(gone))).toBeNull();
    // Who comes by single sign-on gets no second way in by asking.
    const linked = await account();
    await db.person.update({ where: { id: linked.id }, data: { passwordHash: null } });
    await link(linked);
    expect(await ask(await emailOf(linked))).toBeNull();
  });

  test('by a link: many asked for from one network slow it, and hold off nobody who is known', async () => {
    const caller = from('10.4.4.4');
    const count = (email: string, seconds: number, devices: readonly KnownDevice[] = []) =>
      countLinkRequest({ ...at(seconds / 60), caller, devices }, email);
    for (let asked = 0; asked < 31; asked += 1) {
      expect(await count(`${asked}@home.example`, 0)).toBeNull();
    }
    const patient = await account();
    const email = await emailOf(patient);
    expect(await count(email, 0)).toBe(1);
    expect(await count('nobody@home.example', 0)).toBe(1);
    expect(await count(email, 0, [device(patient)])).toBeNull();
    expect(await count(email, 1)).toBeNull();
  });

  test('hashes are argon2id with a salt each', async () => {
    const [one, other] = [await hashPassword(PASSWORD), await hashPassword(PASSWORD)];
    expect(one).not.toBe(other);
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  });
});
