import { describe, expect, test } from 'vitest';
import { getAccessLink, makeAccessLink } from '@/lib/data/access-links';
import { noteRefusal, signInVouched } from '@/lib/data/identities';
import type { Vouched } from '@/lib/domain/single-sign-on';
import { accounts, actorOfSession } from '../support/accounts';
import { testDatabase } from '../support/database';

const { db } = await testDatabase();
const { at, account, emailOf } = accounts(db);
const ISSUER = 'https://id.example';
const caller = { address: '10.0.0.1', agent: 'A browser' };

function vouched(subject: string, ...emails: string[]): Vouched {
  return { provider: 'oidc', issuer: ISSUER, subject, emails, signedInAt: null };
}
/** Comes back from the provider. @returns whose session was opened; null when none was */
async function comes(as: Vouched, minutes = 0): Promise<string | null> {
  const result = await signInVouched({ ...at(minutes), caller }, as);
  if (result.is !== 'in') return null;
  return (await actorOfSession(at(minutes), result.sessionId))?.id ?? 'a session of nobody';
}
const last = () => db.securityEvent.findFirstOrThrow({ orderBy: { id: 'desc' } });

describe('the first time', () => {
  test('somebody is known by the address they were invited with, and linked', async () => {
    const person = await account(['member'], null);
    expect(await comes(vouched('first', 'other@home.example', await emailOf(person)))).toBe(
      person.id,
    );
    expect(await db.identity.findMany({ where: { personId: person.id } })).toMatchObject([
      { issuer: ISSUER, subject: 'first', linkedAt: at(0).now, lastUsedAt: at(0).now },
    ]);
    expect(
      await db.securityEvent.findMany({ where: { personId: person.id }, orderBy: { id: 'asc' } }),
    ).toMatchObject([
      { kind: 'identity.linked', ...caller },
      { kind: 'sign_in.succeeded', detail: 'oidc', ...caller },
    ]);
    expect(await db.session.findMany({ where: { personId: person.id } })).toMatchObject([
      { method: 'oidc', agent: 'A browser' },
    ]);
  });

  test('an invitation that still lies in a mailbox is of no more use', async () => {
    const person = await account(['member'], null);
    const token = await db.$transaction((tx) =>
      makeAccessLink({ tx, now: at(0).now }, person.id, 'invitation', 'handed over'),
    );
    expect(await getAccessLink(at(1), token)).toMatchObject({ purpose: 'invitation' });
    await comes(vouched('invited', await emailOf(person)), 1);
    await expect(getAccessLink(at(2), token)).rejects.toThrow('That link');
  });

  test('nobody is let in without an address that is answered for, or with a stranger’s', async () => {
    const before = await db.session.count();
    expect(await comes(vouched('nobody'))).toBeNull();
    expect(await last()).toMatchObject({
      kind: 'sign_in.refused',
      personId: null,
      detail: 'no confirmed address',
    });
    expect(await comes(vouched('nobody', 'stranger@elsewhere.example'))).toBeNull();
    expect((await last()).detail).toBe(
      'nobody was invited with this account: stranger@elsewhere.example',
    );
    expect(await db.session.count()).toBe(before);
    expect(await db.identity.count({ where: { subject: 'nobody' } })).toBe(0);
  });

  test.each([
    ['who was deactivated', { deactivatedAt: at(0).now }],
    ['who has no role', { roles: [] }],
  ])('nor anybody %s', async (_, data) => {
    const person = await account();
    await db.person.update({ where: { id: person.id }, data });
    expect(await comes(vouched(`shut ${person.id}`, await emailOf(person)))).toBeNull();
    expect(await last()).toMatchObject({ kind: 'sign_in.refused', personId: person.id });
    expect(await db.identity.count({ where: { personId: person.id } })).toBe(0);
  });

  test('nor with the addresses of two people', async () => {
    const [one, two] = [await account(), await account()];
    expect(await comes(vouched('both', await emailOf(one), await emailOf(two)))).toBeNull();
    expect((await last()).detail).toContain('more than one person');
  });

  test('of many at once one links it, and the others find it linked', async () => {
    const person = await account();
    const email = await emailOf(person);
    const all = await Promise.all([1, 2, 3, 4].map(() => comes(vouched('at once', email))));
    expect(all).toEqual([person.id, person.id, person.id, person.id]);
    expect(await db.identity.count({ where: { personId: person.id } })).toBe(1);
  });

  test('of two accounts at once with one address only one gets in', async () => {
    const person = await account();
    const email = await emailOf(person);
    const both = await Promise.all(['left', 'right'].map((name) => comes(vouched(name, email))));
    expect(both.filter((id) => id === person.id)).toHaveLength(1);
    expect(await db.identity.count({ where: { personId: person.id } })).toBe(1);
  });
});

describe('from then on', () => {
  test('they are known by the subject, whatever address the account has', async () => {
    const [person, other] = [await account(), await account()];
    await comes(vouched('known', await emailOf(person)));
    expect(await comes(vouched('known'), 5)).toBe(person.id);
    expect(await comes(vouched('known', await emailOf(other)), 6)).toBe(person.id);
    expect(await db.identity.findFirst({ where: { subject: 'known' } })).toMatchObject({
      linkedAt: at(0).now,
      lastUsedAt: at(6).now,
    });
  });

  test('an address that was given to somebody else there opens nothing', async () => {
    const person = await account();
    await comes(vouched('leaver', await emailOf(person)));
    expect(await comes(vouched('heir', await emailOf(person)), 1)).toBeNull();
    expect(await last()).toMatchObject({ kind: 'sign_in.refused', personId: person.id });
    expect((await last()).detail).toContain('signs in with another account');
  });

  test('the same subject of another issuer is somebody else', async () => {
    const person = await account();
    await comes(vouched('1', await emailOf(person)));
    expect(await comes({ ...vouched('1'), issuer: 'https://other.example' }, 1)).toBeNull();
  });

  test('who is deactivated gets in no more', async () => {
    const person = await account();
    await comes(vouched('gone', await emailOf(person)));
    await db.person.update({ where: { id: person.id }, data: { deactivatedAt: at(1).now } });
    expect(await comes(vouched('gone', await emailOf(person)), 2)).toBeNull();
    expect(await last()).toMatchObject({ personId: person.id, kind: 'sign_in.refused' });
  });
});

test('what a provider never answered for is kept too', async () => {
  await noteRefusal({ ...at(0), caller }, 'another tenant');
  expect(await last()).toMatchObject({
    kind: 'sign_in.refused',
    detail: 'another tenant',
    ...caller,
  });
});

test('many who are refused from one network hold nobody off, and fill no record', async () => {
  const from = { ...at(0), caller: { ...caller, address: '10.9.9.9' } };
  const person = await account(['member'], null);
  const email = await emailOf(person);
  for (let i = 0; i < 103; i++) await noteRefusal(from, 'the answer was not good');
  expect(await db.securityEvent.count({ where: { address: '10.9.9.9' } })).toBe(100);
  expect(await signInVouched(from, vouched('from there', email))).toMatchObject({
    is: 'in',
    personId: person.id,
  });
  // A quarter of an hour later they are noted again.
  await noteRefusal({ ...from, ...at(15) }, 'the answer was not good');
  expect((await last()).detail).toBe('the answer was not good');
});
