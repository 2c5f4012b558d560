import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeAccessLink } from '@/lib/data/access-links';
import { allowPasswords } from '@/lib/data/settings';
import type { Role } from '@/lib/domain/permissions';
import { buildAccount } from '@/seed/builders/accounts';
import { contextOf } from '../support/actors';
import { findBrowser } from '../support/browser';
import { keepProviderAddress } from '../support/oidc-provider';
import { ownApp } from '../support/own-app';

const TENANT = '8f14e45f-ceea-467f-a8b1-0123456789ab';
const OTHER_TENANT = 'aaaaaaaa-ceea-467f-a8b1-0123456789ab';
const addresses = { entra: await keepProviderAddress(), oidc: await keepProviderAddress() };
const client = { clientId: 'board', clientSecret: 'a secret of the client' };
const app = await ownApp({
  ENTRA_TENANT_ID: TENANT,
  ENTRA_CLIENT_ID: client.clientId,
  ENTRA_CLIENT_SECRET: client.clientSecret,
  ENTRA_AUTHORITY: addresses.entra.origin,
  OIDC_ISSUER: addresses.oidc.origin,
  OIDC_CLIENT_ID: client.clientId,
  OIDC_CLIENT_SECRET: client.clientSecret,
  OIDC_NAME: 'the partnership',
});

/** Claims can be changed by a test: an account's address moves on, say. */
const entraAccounts: Record<string, Record<string, unknown>> = {};
const oidcAccounts: Record<string, Record<string, unknown>> = {};
let browser: Browser;
/** Where a click led before there was any provider. */
let withoutProvider = '';

beforeAll(async () => {
  browser = await chromium.launch(await findBrowser());
  const early = await fresh();
  await early.page.goto(`${app.address}/sign-in`);
  await early.page.getByRole('link', { name: BUTTONS.oidc }).click();
  await early.page.waitForURL(/problem=/);
  withoutProvider = (await early.page.locator('main [role=alert]').textContent()) ?? '';
  await early.context.close();
  addresses.entra.provide({
    ...client,
    accounts: entraAccounts,
    issuer: `${addresses.entra.origin}/${TENANT}/v2.0`,
    like: 'entra',
    returnAddress: `${app.address}/api/auth/callback/entra`,
  });
  addresses.oidc.provide({
    ...client,
    accounts: oidcAccounts,
    issuer: addresses.oidc.origin,
    like: 'oidc-provider',
    returnAddress: `${app.address}/api/auth/callback/oidc`,
  });
});
afterAll(async () => {
  await browser.close();
  for (const address of Object.values(addresses)) await address.close();
});

let count = 0;
/** Somebody who was invited, and an account at either provider that could be theirs. */
async function invited(roles: readonly Role[] = ['member']) {
  const name = `invited${++count}`;
  const email = `${name}@partner.example`;
  const person = await buildAccount(contextOf(app.db, undefined, new Date()), {
    email,
    name: `Invited ${count}`,
    position: 'Member',
    roles,
    organisationId: null,
  });
  entraAccounts[name] = { tid: TENANT, oid: `oid-${name}`, preferred_username: email };
  oidcAccounts[name] = { email, email_verified: true };
  return { name, email, person };
}

async function fresh(javaScriptEnabled = true): Promise<{ context: BrowserContext; page: Page }> {
  const context = await browser.newContext({ javaScriptEnabled });
  return { context, page: await context.newPage() };
}

const BUTTONS = { entra: 'Sign in with Microsoft', oidc: 'Sign in with the partnership' };
type Which = keyof typeof BUTTONS;

/** Goes to the provider and answers there as somebody. */
async function throughProvider(page: Page, which: Which, account: string, from = '/') {
  await page.goto(new URL(from, app.address).href);
  await page.getByRole('link', { name: BUTTONS[which] }).click();
  await page.getByLabel('Account', { exact: true }).fill(account);
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.waitForURL((url) => url.href.startsWith(app.address));
}

/** Shows the provider again who they are, as a page asks. */
async function confirms(page: Page, which: Which, account: string) {
  await page.getByRole('link', { name: BUTTONS[which].replace('Sign in', 'Confirm') }).click();
  await page.getByLabel('Account', { exact: true }).fill(account);
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.waitForURL((url) => url.href.startsWith(app.address));
}

const signedInAs = (page: Page, name: string) => page.getByRole('link', { name }).count();
const refusals = async () =>
  (
    await app.db.securityEvent.findMany({
      where: { kind: 'sign_in.refused' },
      orderBy: { id: 'desc' },
      take: 1,
    })
  ).map(({ detail }) => detail);
const sessions = () => app.db.session.count();
const heading = (page: Page) => page.locator('h1').textContent();

describe.each(['entra', 'oidc'] as const)('by %s', (which) => {
  test.each([true, false])(
    'who was invited gets in, JavaScript %s, to where they were going',
    async (script) => {
      const { name, person } = await invited();
      const { context, page } = await fresh(script);
      await throughProvider(page, which, name, '/meetings');
      expect(new URL(page.url()).pathname).toBe('/meetings');
      expect(await signedInAs(page, person.name)).toBeGreaterThan(0);
      const identity = await app.db.identity.findFirstOrThrow({ where: { personId: person.id } });
      expect(identity).toMatchObject(
        which === 'entra'
          ? { issuer: `entra ${TENANT}`, subject: `oid-${name}` }
          : { issuer: addresses.oidc.origin, subject: name },
      );
      const [cookie] = (await context.cookies()).filter(({ name }) => name === 'board-session');
      expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Lax' });
      const kinds = await app.db.securityEvent.findMany({ where: { personId: person.id } });
      expect(kinds.map(({ kind }) => kind).sort()).toEqual([
        'identity.linked',
        'sign_in.succeeded',
      ]);
      await context.close();
    },
  );

  test('who was not is told so, and no more; the record says why', async () => {
    const accounts = which === 'entra' ? entraAccounts : oidcAccounts;
    accounts.stranger = {
      tid: TENANT,
      oid: 'stranger',
      preferred_username: 'stranger@partner.example',
      email: 'stranger@partner.example',
      email_verified: true,
    };
    const shut = await invited();
    await app.db.person.update({
      where: { id: shut.person.id },
      data: { deactivatedAt: new Date() },
    });
    const before = await sessions();
    for (const [account, why] of [
      ['stranger', 'nobody was invited with this account: stranger@partner.example'],
      [shut.name, `deactivated, or without a role: ${shut.email}`],
    ] as const) {
      const { context, page } = await fresh();
      await throughProvider(page, which, account);
      expect(page.url()).toBe(`${app.address}/sign-in?problem=unknown`);
      expect(await page.locator('main [role=alert]').textContent()).toContain(
        'Ask an administrator',
      );
      expect(await refusals()).toEqual([why]);
      await context.close();
    }
    expect(await sessions()).toBe(before);
  });

  test('an account is known by its subject: an address that moved on opens nothing', async () => {
    const accounts = which === 'entra' ? entraAccounts : oidcAccounts;
    const { name, person } = await invited();
    const first = await fresh();
    await throughProvider(first.page, which, name);
    await first.context.close();
    // Theirs is another address by now, and somebody else has it.
    const later = { ...accounts[name] };
    accounts[name] = {
      ...later,
      preferred_username: 'new@partner.example',
      email: 'new@partner.example',
    };
    accounts.heir = { ...later, oid: 'oid-heir' };
    const heir = await fresh();
    await throughProvider(heir.page, which, 'heir');
    expect(heir.page.url()).toContain('problem=unknown');
    await heir.context.close();
    const again = await fresh();
    await throughProvider(again.page, which, name);
    expect(await signedInAs(again.page, person.name)).toBeGreaterThan(0);
    await again.context.close();
  });

  test('the way back can be used once, and in the browser that set out', async () => {
    const { name } = await invited();
    const { context, page } = await fresh();
    let back = '';
    page.on('request', (request) => {
      if (request.url().includes('/api/auth/callback/')) back = request.url();
    });
    await throughProvider(page, which, name);
    const before = await sessions();
    await page.goto(back);
    // Still signed in, so that the page of the board is shown; no second session was made of it.
    expect(await sessions()).toBe(before);
    await context.clearCookies();
    await page.goto(back);
    expect(page.url()).toBe(`${app.address}/sign-in?problem=again`);
    // A round trip that somebody else began, whose address was sent to them.
    const [thief, victim] = [await fresh(), await fresh()];
    let theirs = '';
    thief.page.on('request', (request) => {
      if (request.url().includes('/api/auth/callback/')) theirs = request.url();
    });
    await thief.page.goto(`${app.address}/sign-in`);
    await thief.page.getByRole('link', { name: BUTTONS[which] }).click();
    await thief.page.getByLabel('Account', { exact: true }).fill(name);
    // So that it is not used up where it began.
    await thief.context.clearCookies({ name: 'board-sso-state' });
    await thief.page.getByRole('button', { name: 'Continue' }).click();
    await thief.page.waitForURL(/problem=again/);
    await victim.page.goto(`${app.address}/sign-in`);
    await victim.page.getByRole('link', { name: BUTTONS[which] }).click();
    await victim.page.getByLabel('Account', { exact: true }).waitFor();
    await victim.page.goto(theirs);
    expect(victim.page.url()).toBe(`${app.address}/sign-in?problem=again`);
    expect(await heading(victim.page)).toBe('Sign in');
    expect(await sessions()).toBe(before);
    for (const one of [context, thief.context, victim.context]) await one.close();
  });

  test('who declines there comes back with a sentence', async () => {
    const { context, page } = await fresh();
    await page.goto(`${app.address}/sign-in`);
    await page.getByRole('link', { name: BUTTONS[which] }).click();
    await page.getByRole('button', { name: 'Cancel' }).click();
    await page.waitForURL(`${app.address}/sign-in?problem=declined`);
    expect(await page.locator('main [role=alert]').textContent()).toContain('did not sign you in');
    await context.close();
  });

  test('signing out ends it here, and the next click asks there again', async () => {
    const { name, person } = await invited();
    const { context, page } = await fresh();
    await throughProvider(page, which, name);
    const stolen = await context.cookies(app.address);
    await page.getByRole('button', { name: 'Sign out' }).first().click();
    await page.getByText('You have signed out').waitFor();
    const thief = await fresh();
    await thief.context.addCookies(stolen);
    await thief.page.goto(`${app.address}/people/${person.id}`);
    expect(await heading(thief.page)).toBe('Sign in');
    await page.getByRole('link', { name: BUTTONS[which] }).click();
    await page.getByLabel('Account', { exact: true }).waitFor();
    await context.close();
    await thief.context.close();
  });
});

test.each(['entra', 'oidc'] as const)(
  'who came by %s goes there again before roles change, asked for anew, and comes back',
  async (which) => {
    const { name, person } = await invited(['administrator']);
    const stranger = await invited();
    const { context, page } = await fresh();
    let asked = new URLSearchParams();
    page.on('request', (request) => {
      const url = new URL(request.url());
      if (url.searchParams.has('code_challenge')) asked = url.searchParams;
    });
    await throughProvider(page, which, name, `/people/${stranger.person.id}/roles`);
    const mine = { where: { personId: person.id } };
    // One asks them whenever they come, and says when; the other may have known them still, so that
    // coming by it proves nothing by itself.
    const { provedAt } = await app.db.session.findFirstOrThrow(mine);
    const age = Date.now() - (provedAt?.getTime() ?? 0);
    if (which === 'oidc') expect(age).toBeLessThan(60_000);
    else expect(provedAt).toEqual(new Date(0));
    await app.db.session.updateMany({
      ...mine,
      data: { provedAt: new Date(Date.now() - 20 * 60_000) },
    });
    const before = await sessions();
    await page.getByLabel('Viewer').check();
    await page.getByRole('button', { name: 'Save roles' }).click();
    await page.getByRole('heading', { name: 'Confirm it is you' }).waitFor();
    expect(await page.getByLabel('Your password').count()).toBe(0);
    await confirms(page, which, stranger.name);
    expect(await page.locator('main [role=alert], main').first().textContent()).toContain(
      'That was another account',
    );
    await confirms(page, which, name);
    expect(asked.get('prompt')).toBe('login');
    expect(asked.get('max_age')).toBe('0');
    expect(page.url()).toBe(`${app.address}/people/${stranger.person.id}/roles`);
    expect(await page.getByLabel('Viewer').isChecked()).toBe(true);
    await page.getByRole('button', { name: 'Save roles' }).click();
    await page.waitForURL(/done=/);
    const { roles } = await app.db.person.findUniqueOrThrow({ where: { id: stranger.person.id } });
    expect(roles).toEqual(['viewer', 'member']);
    // It is the same session, which goes on.
    expect(await sessions()).toBe(before);
    await context.close();
  },
);

test('another tenant is not believed, whatever it says of itself', async () => {
  const { name, email } = await invited();
  entraAccounts[name] = { tid: OTHER_TENANT, oid: `oid-${name}`, email, preferred_username: email };
  const { context, page } = await fresh();
  await throughProvider(page, 'entra', name);
  expect(page.url()).toBe(`${app.address}/sign-in?problem=unknown`);
  expect(await refusals()).toEqual(['another tenant']);
  await context.close();
});

test.each([false, 'true', undefined])(
  'an address that is verified: %s is no address',
  async (email_verified) => {
    const { name, email } = await invited();
    oidcAccounts[name] = { email, email_verified };
    const { context, page } = await fresh();
    await throughProvider(page, 'oidc', name);
    expect(page.url()).toBe(`${app.address}/sign-in?problem=unknown`);
    expect(await refusals()).toEqual(['no confirmed address']);
    await context.close();
  },
);

test('a provider that is down is said to be', () => {
  expect(withoutProvider).toContain('The other site cannot be reached');
});

test('what breaks here is not said to be the provider’s', async () => {
  const { name } = await invited();
  const { context, page } = await fresh();
  const before = await sessions();
  await app.without('Identity', async () => {
    await throughProvider(page, 'oidc', name);
    expect(await heading(page)).toBe('Something went wrong');
    const words = (await page.getByRole('main').textContent()) ?? '';
    const reference = /this reference: (\w+)/.exec(words)?.[1];
    expect(app.started.output()).toContain(`"digest":"${reference}"`);
    expect(await page.content()).not.toContain('Identity');
  });
  expect(await sessions()).toBe(before);
  await throughProvider(page, 'oidc', name);
  expect(new URL(page.url()).pathname).toBe('/');
  await context.close();
});

describe('passwords', () => {
  test('can be switched off by who signs in without one, and on again by an operator', async () => {
    const { name } = await invited(['administrator']);
    const { context, page } = await fresh();
    await throughProvider(page, 'oidc', name, '/settings/access');
    await page.getByLabel('Switched off').check();
    await page.getByRole('button', { name: 'Save' }).click();
    await page.waitForURL(/\/settings\?/);
    const other = await fresh();
    await other.page.goto(`${app.address}/sign-in`);
    expect(await other.page.getByLabel('Password').count()).toBe(0);
    expect(await other.page.getByRole('link', { name: BUTTONS.entra }).count()).toBe(1);
    await other.page.goto(`${app.address}/sign-in/forgotten`);
    expect(new URL(other.page.url()).pathname).toBe('/sign-in');
    // Nobody is invited to choose a password then, nor can they by a link that lies about.
    const late = await invited(['viewer']);
    const begun = await app.db.$transaction((tx) =>
      makeAccessLink({ tx, now: new Date() }, late.person.id, 'invitation', 'handed over'),
    );
    await other.page.goto(`${app.address}/invitation/${begun}`);
    expect(await other.page.getByLabel('New password', { exact: true }).count()).toBe(0);
    await page.goto(`${app.address}/people/${late.person.id}/link`);
    expect(await page.locator('main').textContent()).toContain('passwords are switched off');
    await page.getByRole('button', { name: 'Send the invitation again' }).click();
    await page.getByRole('heading', { name: 'Hand this link over' }).waitFor();
    const shown = (await page.locator('main').textContent()) ?? '';
    expect(shown).toContain(`${app.address}/sign-in`);
    expect(shown).toContain('the account of their own organisation');
    expect(shown).not.toContain('/invitation/');
    await app.db.person.update({ where: { id: late.person.id }, data: { passwordHash: 'x' } });
    await page.goto(`${app.address}/people/${late.person.id}/link`);
    expect(await page.locator('main form').count()).toBe(0);
    await allowPasswords(contextOf(app.db, undefined, new Date()));
    await other.page.goto(`${app.address}/sign-in`);
    expect(await other.page.getByLabel('Password').count()).toBe(1);
    const last = await app.db.auditEvent.findFirst({ orderBy: { seq: 'desc' } });
    expect(last).toMatchObject({ authorId: null });
    await context.close();
    await other.context.close();
  });
});
