import { expect, test } from 'vitest';
import { getAccount } from '@/lib/data/account';
import { getBoard } from '@/lib/data/board';
import { createFirstAdministrator } from '@/lib/data/first-administrator';
import { signInVouched } from '@/lib/data/identities';
import { invitePerson } from '@/lib/data/invitations';
import { reactivatePerson, setRoles } from '@/lib/data/person-changes';
import { getSecondStepDue, removeSecondStep } from '@/lib/data/second-step';
import { setSecondStepRule } from '@/lib/data/settings';
import { getSettings } from '@/lib/data/settings-view';
import { finishSignIn, signInWithPassword } from '@/lib/data/sign-in';
import type { PersonActor, Role } from '@/lib/domain/permissions';
import { sealerOf } from '@/lib/domain/sealer';
import type { SignInRules } from '@/lib/domain/second-step-rule';
import { NO_CALLER } from '@/lib/domain/security-event';
import { opened } from '@/seed/builders/register';
import { accounts, LIMITS, PASSWORD } from '../support/accounts';
import { contextOf } from '../support/actors';
import { testDatabase } from '../support/database';

const { db } = await testDatabase();
const { at, account, emailOf, session, link } = accounts(db);
const DAY = 24 * 60;
const OUTSIDE: SignInRules = { outsideDatabase: true, providersWithSecondStep: ['entra'] };
const EMBEDDED: SignInRules = { ...OUTSIDE, outsideDatabase: false };

/** What a right password leads to, so many days later. */
async function comes(person: PersonActor, days: number, rules?: SignInRules) {
  const entrance = { ...at(days * DAY), caller: NO_CALLER, ...(rules && { rules }) };
  return (await signInWithPassword(entrance, await emailOf(person), PASSWORD)).is;
}

const due = (actor: PersonActor, rules: SignInRules) => getSecondStepDue({ db, actor, rules });

test.each<Role>(['administrator', 'officer'])(
  'with a database of the operator’s own %s needs one a week after getting the role',
  async (role) => {
    const person = await account([role]);
    expect(await comes(person, 6.9, OUTSIDE)).toBe('in');
    expect(await comes(person, 7, OUTSIDE)).toBe('second step');
    expect(await comes(person, 7, EMBEDDED)).toBe('in');
    expect(await comes(person, 7)).toBe('in');
    // They are told in time, and cannot take one away meanwhile.
    expect(await due(person, OUTSIDE)).toEqual(at(7 * DAY).now);
    expect(await due(person, EMBEDDED)).toBeNull();
    const context = { ...contextOf(db), actor: person, rules: OUTSIDE };
    const here = await session(person);
    const { secondStep } = await getAccount(context, here, {
      ...LIMITS,
      ...(await getBoard({ db })),
    });
    expect(secondStep.neededFrom).toBe(at(7 * DAY).now.toISOString());
    const where = { ...at(0), caller: NO_CALLER, sealer: sealerOf('x'.repeat(40), 'x') };
    await expect(
      removeSecondStep({ ...where, actor: person, rules: OUTSIDE }, '123456'),
    ).rejects.toThrow(/needs a second step/);
  },
);

test.each<Role>(['viewer', 'member', 'commissioner'])('%s needs none', async (role) => {
  const person = await account([role]);
  expect(await comes(person, 400, OUTSIDE)).toBe('in');
  expect(await due(person, OUTSIDE)).toBeNull();
});

test('the week begins with the role, whichever way it was given, and with no other after it', async () => {
  const administrator = await account(['administrator']);
  const acting = (days: number) => ({
    ...contextOf(db, administrator, at(days * DAY).now),
    caller: NO_CALLER,
  });
  const since = async (id: string) =>
    (await db.person.findUniqueOrThrow({ where: { id } })).powersSince;
  const person = await account(['member']);
  expect(await since(person.id)).toBeNull();
  const roles = (days: number, to: Role[], basedOn: number) =>
    setRoles(acting(days), person.id, { ...opened(), roles: to, basedOn });
  await roles(10, ['officer'], 1);
  expect(await since(person.id)).toEqual(at(10 * DAY).now);
  await roles(12, ['officer', 'administrator'], 2);
  await roles(13, ['administrator'], 3);
  expect(await since(person.id)).toEqual(at(10 * DAY).now);
  await roles(14, ['member'], 4);
  expect(await since(person.id)).toBeNull();
  await roles(20, ['officer'], 5);
  expect(await since(person.id)).toEqual(at(20 * DAY).now);
  await db.person.update({ where: { id: person.id }, data: { deactivatedAt: at(21 * DAY).now } });
  await reactivatePerson(acting(40), person.id, { ...opened(), roles: ['officer'] });
  expect(await since(person.id)).toEqual(at(40 * DAY).now);
  const organisation = await db.organisation.findFirst();
  const made = await invitePerson(acting(50), {
    ...opened(),
    name: 'A new officer',
    position: 'Officer',
    organisationId: organisation?.id ?? '',
    email: 'a.new@home.example',
    roles: ['officer'],
  });
  expect(await since(made.personId)).toEqual(at(50 * DAY).now);
  const form = {
    email: 'first@home.example',
    name: 'A first',
    position: 'Administrator',
    organisation: 'Home council',
  };
  await createFirstAdministrator(contextOf(db, undefined, at(60 * DAY).now), form);
  const first = await db.person.findUniqueOrThrow({ where: { email: form.email } });
  expect(first.powersSince).toEqual(at(60 * DAY).now);
});

test('who comes by a provider needs none where it asks for one, as the operator says', async () => {
  const officer = await account(['officer']);
  const { issuer, subject } = await link(officer);
  const comesBy = (provider: 'entra' | 'oidc', days: number, rules: SignInRules) =>
    signInVouched(
      { ...at(days * DAY), caller: NO_CALLER, rules },
      { provider, issuer, subject, emails: [], signedInAt: null },
    );
  expect(await comesBy('oidc', 6, OUTSIDE)).toMatchObject({ is: 'in' });
  expect(await comesBy('entra', 8, OUTSIDE)).toMatchObject({ is: 'in' });
  expect(await comesBy('oidc', 8, EMBEDDED)).toMatchObject({ is: 'in' });
  const waits = await comesBy('oidc', 8, OUTSIDE);
  expect(waits).toMatchObject({ is: 'second step', enrolled: false });
  // The session that it becomes is one of the provider.
  await db.secondFactor.create({
    data: {
      personId: officer.id,
      secret: new Uint8Array(40),
      createdAt: at(0).now,
      confirmedAt: at(0).now,
    },
  });
  const token = 'token' in waits ? waits.token : '';
  const id = await finishSignIn({ ...at(8 * DAY + 1), caller: NO_CALLER }, token);
  expect(await db.session.findUnique({ where: { id: id ?? '' } })).toMatchObject({
    method: 'oidc',
  });
});

test('is loosened by a setting, with a reason that stays in the record', async () => {
  const administrator = await account(['administrator']);
  const context = contextOf(db, administrator);
  const set = async (needed: boolean, reason?: string) =>
    setSecondStepRule(context, {
      ...opened(),
      basedOn: (await getBoard({ db })).version,
      needed,
      ...(reason && { reason }),
    });
  await set(false, 'Phones are not allowed on the ward');
  expect(await comes(administrator, 30, OUTSIDE)).toBe('in');
  const { history } = await getSettings(context);
  expect(history[0]).toMatchObject({
    author: { name: administrator.name },
    reason: 'Phones are not allowed on the ward',
    changes: [{ label: 'Second step of administrators and officers' }],
  });
  await set(true);
  expect(await comes(administrator, 30, OUTSIDE)).toBe('second step');
  expect((await getSettings(context)).history[0]).toMatchObject({ reason: null });
});
