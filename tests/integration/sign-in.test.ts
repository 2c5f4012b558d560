import { TOTP } from 'otpauth';
import { describe, expect, test } from 'vitest';
import { getAccessLink } from '@/lib/data/access-links';
import { hashPassword } from '@/lib/data/password';
import {
  beginSecondStep,
  confirmSecondStep,
  hasSecondStep,
  makeRecoveryCodes,
  passSecondStep,
  removeSecondStep,
} from '@/lib/data/second-step';
import { allowPasswords, setAccessRules } from '@/lib/data/settings';
import {
  askForPasswordLink,
  changePassword,
  finishSignIn,
  getPendingSignIn,
  type PasswordResult,
  signInWithPassword,
} from '@/lib/data/sign-in';
import { NotAllowedError, RuleError } from '@/lib/domain/errors';
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

describe('too many attempts', () => {
  test('for one account hold it back from anywhere, with the right password too', async () => {
    const person = await account();
    const email = await emailOf(person);
    for (let attempt = 0; attempt < 10; attempt += 1) {
      expect(await tries(email, 'wrong')).toBe('wrong');
    }
    expect(await tries(email, PASSWORD)).toBe('blocked');
    // However the address is written.
    expect(await tries(` ${email.toUpperCase()} `, PASSWORD)).toBe('blocked');
    // Going on leaves no more in the record.
    expect(await tries(email, 'wrong')).toBe('blocked');
    const kinds = await events(person);
    expect(kinds.filter((kind) => kind === 'sign_in.failed')).toHaveLength(10);
    expect(kinds.filter((kind) => kind === 'sign_in.blocked')).toHaveLength(1);
    // Nobody else is.
    expect(await tries(await emailOf(await account()), PASSWORD)).toBe('in');
  });

  test('many at once do not slip through', async () => {
    const email = await emailOf(await account());
    const all = await Promise.all(Array.from({ length: 14 }, () => tries(email, 'wrong')));
    expect(all.filter((one) => one === 'wrong')).toHaveLength(10);
    expect(all.filter((one) => one === 'blocked')).toHaveLength(4);
  });

  test('for an address that nobody has look the same', async () => {
    for (let attempt = 0; attempt < 10; attempt += 1) {
      expect(await tries('nobody@home.example', 'wrong')).toBe('wrong');
    }
    expect(await tries('nobody@home.example', 'wrong')).toBe('blocked');
  });

  test('from one network address hold it back for every account', async () => {
    const caller = from('192.0.2.7');
    for (let attempt = 0; attempt < 100; attempt += 1) {
      await db.rateLimit.deleteMany({ where: { key: { startsWith: 'account' } } });
      expect(await tries(`nobody${attempt}@home.example`, 'x', 0, caller)).toBe('wrong');
    }
    const email = await emailOf(await account());
    // Going on from there spends none of the attempts of an account.
    for (let attempt = 0; attempt < 11; attempt += 1) {
      expect(await tries(email, PASSWORD, 0, caller)).toBe('blocked');
    }
    expect(await tries(email, PASSWORD)).toBe('in');
  }, 60_000);

  test('are forgotten once one was right', async () => {
    const email = await emailOf(await account());
    for (let round = 0; round < 2; round += 1) {
      for (let attempt = 0; attempt < 9; attempt += 1) await tries(email, 'wrong');
      expect(await tries(email, PASSWORD)).toBe('in');
    }
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
    // One network does not use up what belongs to everybody.
    const busy = from('10.4.4.4');
    for (let asked = 0; asked < 30; asked += 1) await ask(`${asked}@home.example`, busy);
    const patient = await account();
    for (let asked = 0; asked < 4; asked += 1) {
      expect(await ask(await emailOf(patient), busy)).toBeNull();
    }
    expect(await ask(await emailOf(patient))).not.toBeNull();
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

  test('hashes are argon2id with a salt each', async () => {
    const [one, other] = [await hashPassword(PASSWORD), await hashPassword(PASSWORD)];
    expect(one).not.toBe(other);
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  });
});
