import { generateSync } from 'otplib';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hashPassword } from '@/lib/data/password';
import type { Role } from '@/lib/domain/permissions';
import { buildAccount } from '@/seed/builders/accounts';
import { contextOf } from '../support/actors';
import { findBrowser } from '../support/browser';
import { ownApp } from '../support/own-app';

const app = await ownApp();
const PASSWORD = 'kettle orbit lagoon';
const passwordHash = await hashPassword(PASSWORD);
let browser: Browser;
beforeAll(async () => {
  browser = await chromium.launch(await findBrowser());
});
afterAll(() => browser.close());

let count = 0;
async function somebody(roles: readonly Role[] = ['member']) {
  const email = `careful${++count}@partner.example`;
  const person = await buildAccount(contextOf(app.db, undefined, new Date()), {
    email,
    name: `Careful ${count}`,
    position: 'Member',
    roles,
    organisationId: null,
    passwordHash,
  });
  return { email, person };
}

async function fresh(javaScriptEnabled: boolean): Promise<{ context: BrowserContext; page: Page }> {
  const context = await browser.newContext({ javaScriptEnabled });
  return { context, page: await context.newPage() };
}

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const heading = (page: Page, name: string) =>
  page.getByRole('heading', { name, level: 1 }).waitFor();
const said = async (page: Page) => (await page.locator('main').textContent()) ?? '';

async function enter(page: Page, email: string, password = PASSWORD): Promise<void> {
  await page.goto(`${app.address}/sign-in`);
  await page.getByLabel('Email address').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await press(page, 'Sign in');
}

/**
 * An authenticator app that somebody else wrote: it knows the key, and what time it is.
 * @param steps so many half minutes ahead: no code is good twice, and the next one is good already
 */
const codeOf = (secret: string, steps = 0) =>
  generateSync({ secret, epoch: Math.floor(Date.now() / 1000) + 30 * steps });

/** Sets one up as its page says. @returns the key */
async function setUp(page: Page): Promise<string> {
  await page.goto(`${app.address}/account/second-step`);
  const secret = ((await page.locator('ol code').textContent()) ?? '').replaceAll(' ', '');
  const address =
    (await page.getByRole('link', { name: 'Open it in the app' }).getAttribute('href')) ?? '';
  expect(new URL(address).searchParams.get('secret')).toBe(secret);
  await page.getByLabel('Code').fill(codeOf(secret, -1));
  await press(page, 'Confirm');
  await page.getByText('Second step set up').first().waitFor();
  return secret;
}

async function send(page: Page, code: string): Promise<void> {
  await page.getByLabel('Code').fill(code);
  await press(page, 'Sign in');
}

describe.each([true, false])('the second step, JavaScript %s', (script) => {
  test('lets in by a code of another app, once, and by nothing else', async () => {
    const { email } = await somebody();
    const first = await fresh(script);
    await enter(first.page, email);
    await first.page.getByRole('button', { name: 'Sign out' }).first().waitFor();
    const secret = await setUp(first.page);
    await first.context.close();

    const { context, page } = await fresh(script);
    await enter(page, email);
    await heading(page, 'Enter your code');
    // The password alone has opened nothing.
    await page.goto(`${app.address}/people`);
    await heading(page, 'Sign in');
    // Neither one of another time nor one of another key.
    for (const typed of [codeOf(secret, 20), codeOf('JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP')]) {
      await page.goto(`${app.address}/sign-in/second-step`);
      await send(page, typed);
      await page.getByText('That code is wrong').first().waitFor();
    }
    await page.goto(`${app.address}/sign-in/second-step`);
    const code = codeOf(secret);
    await send(page, code);
    await page.getByRole('button', { name: 'Sign out' }).first().waitFor();

    const thief = await fresh(script);
    await enter(thief.page, email);
    await heading(thief.page, 'Enter your code');
    await send(thief.page, code);
    await thief.page.getByText('was used already').first().waitFor();
    await thief.context.close();
    await context.close();
  });

  test('is asked for with the password before roles change, and what was chosen is there', async () => {
    const { email, person } = await somebody(['administrator']);
    const other = await somebody();
    const { context, page } = await fresh(script);
    await enter(page, email);
    await page.getByRole('button', { name: 'Sign out' }).first().waitFor();
    const secret = await setUp(page);
    // They signed in a while ago.
    await app.db.session.updateMany({
      where: { personId: person.id },
      data: { createdAt: new Date(Date.now() - 20 * 60_000) },
    });
    const address = `${app.address}/people/${other.person.id}/roles`;
    await page.goto(address);
    await page.getByLabel('Commissioner').check();
    await press(page, 'Save roles');
    await heading(page, 'Confirm it is you');
    const roles = async () =>
      (await app.db.person.findUniqueOrThrow({ where: { id: other.person.id } })).roles;
    expect(await roles()).toEqual(['member']);
    await page.getByLabel('Your password').fill(PASSWORD);
    await press(page, 'Go on');
    await page.getByText('Enter the code').first().waitFor();
    await page.getByLabel('Your password').fill(PASSWORD);
    await page.getByLabel('Code').fill(codeOf(secret, 1));
    await press(page, 'Go on');
    await heading(page, 'Change roles');
    expect(page.url()).toBe(address);
    expect(await said(page)).toContain('What you typed is here');
    expect(await page.getByLabel('Commissioner').isChecked()).toBe(true);
    await press(page, 'Save roles');
    await page.waitForURL(/done=/);
    expect(await roles()).toEqual(['member', 'commissioner']);
    await context.close();
  });
});

test('a stranger’s wrong passwords shut nobody out of a browser of theirs', async () => {
  const { email } = await somebody();
  const own = await fresh(true);
  await enter(own.page, email);
  await own.page.getByRole('button', { name: 'Sign out' }).first().click();
  await own.page.getByText('You have signed out').waitFor();
  const [cookie] = (await own.context.cookies()).filter(({ name }) => name === 'board-device');
  expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Lax' });
  expect(cookie?.expires).toBeGreaterThan(Date.now() / 1000 + 170 * 86_400);
  // It is no session.
  await own.page.goto(`${app.address}/people`);
  await heading(own.page, 'Sign in');

  const stranger = await fresh(false);
  for (let guess = 0; guess < 11; guess += 1) await enter(stranger.page, email, 'a guess');
  expect(await said(stranger.page)).toContain('Too many attempts');
  await enter(stranger.page, email);
  expect(await said(stranger.page)).toContain('Too many attempts');
  // One that was made up, or that another installation sealed, is a stranger's.
  const forged = `${cookie?.value.slice(0, -4)}AAAA`;
  await stranger.context.addCookies([{ name: 'board-device', value: forged, url: app.address }]);
  await enter(stranger.page, email);
  expect(await said(stranger.page)).toContain('Too many attempts');
  await enter(own.page, email);
  await own.page.getByRole('button', { name: 'Sign out' }).first().waitFor();

  // An administrator sees it, and lifts it.
  const admin = await browser.newContext();
  const [name = '', value = ''] = (await app.cookie('administrator')).split('=');
  await admin.addCookies([{ name, value, url: app.address }]);
  const page = await admin.newPage();
  const { id } = await app.db.person.findUniqueOrThrow({ where: { email } });
  await page.goto(`${app.address}/people/${id}`);
  expect(await said(page)).toContain('Held off after too many attempts, from 1 network, until');
  await page.getByRole('link', { name: 'Lift the hold on sign-ins' }).click();
  await press(page, 'Lift it');
  await page.getByText('can sign in again').first().waitFor();
  await enter(stranger.page, email);
  await stranger.page.getByRole('button', { name: 'Sign out' }).first().waitFor();
  for (const one of [own.context, stranger.context, admin]) await one.close();
});
