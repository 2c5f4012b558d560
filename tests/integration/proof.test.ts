import { TOTP } from 'otpauth';
import { describe, expect, test } from 'vitest';
import { endAllSessions } from '@/lib/data/person-changes';
import { proveByPassword, proveByProvider } from '@/lib/data/proof';
import { beginSecondStep, confirmSecondStep } from '@/lib/data/second-step';
import { openSession, readSession } from '@/lib/data/sessions';
import { ProofNeededError, RuleError } from '@/lib/domain/errors';
import type { PersonActor } from '@/lib/domain/permissions';
import { NEEDS_PROOF, PROOF_MINUTES } from '@/lib/domain/proof';
import { sealerOf } from '@/lib/domain/sealer';
import { NO_CALLER } from '@/lib/domain/security-event';
import type { Vouched } from '@/lib/domain/single-sign-on';
import { opened } from '@/seed/builders/register';
import { accounts, LIMITS, PASSWORD } from '../support/accounts';
import { contextOf, everything, makeActors, NOW } from '../support/actors';
import { testDatabase } from '../support/database';
import { writesAndTargets } from '../support/targets';
import { digest } from '../support/whole-database';
import { opening } from '../support/writes';

const { db } = await testDatabase();
const actors = await makeActors(db);
const { writes, target } = await writesAndTargets(db, actors);
const officer = await everything(db, actors.home.officer);
const { at, account, session, link } = accounts(db);
const ago = (minutes: number) => at(-minutes).now;
const asProved = (provedAt: Date | undefined) => {
  const { provedAt: _, ...context } = contextOf(db, officer);
  return provedAt ? { ...context, provedAt } : context;
};

describe('of whoever is signed in a proof is asked', () => {
  const asking = writes.filter(({ name }) => Object.hasOwn(NEEDS_PROOF, name));

  test('for every write of the table', () => {
    expect(asking.map(({ name }) => name).sort()).toEqual(Object.keys(NEEDS_PROOF).sort());
  });

  test.each(asking)(
    '$name: called without one, or with one too old, it is refused',
    async (write) => {
      const on = await target(write);
      const before = await digest(db);
      for (const provedAt of [undefined, ago(PROOF_MINUTES), ago(60)]) {
        const sent = await opening(db, write, on);
        const tried = write.run(asProved(provedAt), on, sent, 'Words');
        await expect(tried).rejects.toThrow(ProofNeededError);
      }
      expect(await digest(db)).toEqual(before);
      const sent = await opening(db, write, on);
      await write.run(asProved(ago(PROOF_MINUTES - 0.1)), on, sent, 'Words');
      expect(await digest(db)).not.toEqual(before);
    },
  );

  test('for nothing else', async () => {
    const others = writes.filter(({ name }) => ['endAllSessions', 'addPerson'].includes(name));
    expect(others).toHaveLength(2);
    for (const write of others) {
      const on = await target(write);
      await write.run(asProved(undefined), on, await opening(db, write, on), 'Words of it');
    }
  });
});

const sealer = sealerOf('a secret of these tests, long enough', 'second step');
const proving = (actor: PersonActor, minutes: number) => ({
  ...at(minutes),
  actor,
  caller: NO_CALLER,
  sealer,
});
const provedAt = async (id: string, minutes: number) =>
  (await readSession(at(minutes), id, LIMITS))?.provedAt;

describe('a proof', () => {
  test('is the password, and lasts for that session alone', async () => {
    const person = await account();
    const [here, elsewhere] = [await session(person), await session(person)];
    expect(await provedAt(here, 1)).toEqual(NOW);
    const prove = (password: string) => proveByPassword(proving(person, 20), here, { password });
    await expect(prove('wrong')).rejects.toMatchObject({ fields: { password: expect.anything() } });
    expect(await provedAt(here, 20)).toEqual(NOW);
    await prove(PASSWORD);
    expect(await provedAt(here, 20)).toEqual(at(20).now);
    expect(await provedAt(elsewhere, 20)).toEqual(NOW);
    const kinds = await db.securityEvent.findMany({ where: { personId: person.id } });
    expect(kinds.map(({ kind }) => kind)).toContain('session.proved');
  });

  test('is guessed ten times at the most', async () => {
    const person = await account();
    const here = await session(person);
    const prove = (password: string) => proveByPassword(proving(person, 1), here, { password });
    for (let guess = 0; guess < 10; guess += 1) {
      await expect(prove('wrong')).rejects.toThrow(/have now/);
    }
    await expect(prove(PASSWORD)).rejects.toThrow(/Too many/);
  });

  test('is a code as well, of whoever has a second step', async () => {
    const person = await account();
    const here = await session(person);
    const { address } = await beginSecondStep(proving(person, 0), person.id, here);
    const secret = new URL(address).searchParams.get('secret') ?? '';
    const code = (minutes: number) =>
      new TOTP({ secret }).generate({ timestamp: at(minutes).now.getTime() });
    await confirmSecondStep(proving(person, 0), person.id, code(0), here);
    const prove = (typed?: string) =>
      proveByPassword(proving(person, 20), here, { password: PASSWORD, code: typed });
    for (const typed of [undefined, '000000', code(0)]) {
      await expect(prove(typed)).rejects.toMatchObject({ fields: { code: expect.anything() } });
    }
    expect(await provedAt(here, 20)).toEqual(NOW);
    await prove(code(20));
    expect(await provedAt(here, 20)).toEqual(at(20).now);
  });

  test('is no session of somebody else, nor one that ended', async () => {
    const [person, other] = [await account(), await account()];
    const theirs = await session(other);
    const typed = { password: PASSWORD };
    await expect(proveByPassword(proving(person, 1), theirs, typed)).rejects.toThrow(RuleError);
    expect(await provedAt(theirs, 1)).toEqual(NOW);
    const here = await session(person);
    const administrator = contextOf(db, officer);
    await endAllSessions({ ...administrator, caller: NO_CALLER }, person.id, opened());
    await expect(proveByPassword(proving(person, 1), here, typed)).rejects.toThrow(/signed out/);
  });

  test('is the word of their own provider, as of when they signed in there', async () => {
    const person = await account();
    const { issuer, subject } = await link(person);
    const here = await openSession(at(0), person.id, 'oidc', NO_CALLER, new Date(0));
    // Signed in by an account that the provider knew still: no proof of who sits there.
    expect(await provedAt(here, 1)).toEqual(new Date(0));
    const vouched = (signedInAt: Date | null): Vouched => ({
      provider: 'oidc',
      issuer,
      subject,
      emails: [],
      signedInAt,
    });
    const prove = (of: Vouched) => proveByProvider(proving(person, 20), here, of);
    expect(await prove({ ...vouched(at(20).now), subject: 'another' })).toBe('somebody else');
    expect(await prove(vouched(null))).toBe('no time');
    expect(await prove(vouched(at(5).now))).toBe('no time');
    expect(await prove(vouched(at(19).now))).toBeNull();
    expect(await provedAt(here, 20)).toEqual(at(19).now);
    // A clock of theirs that is fast makes it last no longer.
    expect(await prove(vouched(at(90).now))).toBeNull();
    expect(await provedAt(here, 20)).toEqual(at(20).now);
  });
});
