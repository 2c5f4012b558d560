import type { Page } from '@playwright/test';
import { type BadNetwork, badNetwork, type Weather } from '../support/bad-network';
import { test as base, expect } from './fixtures';

/** A signed-in page that reaches the app through a network which can fail. */
const test = base.extend<{ network: BadNetwork; officer: Page }>({
  network: async ({ baseURL }, use) => {
    const network = await badNetwork(baseURL ?? '');
    await use(network);
    await network.close();
  },
  officer: async ({ as, network }, use) => {
    const page = await as('officer');
    await page.goto(network.address);
    await use(page);
  },
});

const HEADLINE = 'Typed once and never again';

async function fillUpdate(page: Page, item: string, network: BadNetwork): Promise<void> {
  await page.goto(`${network.address}/recommendations/${item}/update`);
  await page.getByRole('radio', { name: /^Green/ }).check();
  await page.getByLabel('Headline').fill(`${HEADLINE} ${item}`);
  await page.getByLabel('What has happened since the last update').fill('Words that took an hour.');
}

const post = (page: Page) => page.getByRole('button', { name: 'Post update' }).click();
const notSent = (page: Page) => page.getByRole('alert').filter({ hasText: 'What you typed is' });

async function expectKept(page: Page, item: string): Promise<void> {
  await expect(notSent(page)).toBeFocused();
  await expect(notSent(page)).toBeInViewport();
  await expect(page.getByLabel('Headline')).toHaveValue(`${HEADLINE} ${item}`);
  await expect(page.getByRole('radio', { name: /^Green/ })).toBeChecked();
  await expect(page).toHaveTitle(/^Error: /);
}

/** How often the update stands in the history of the item. */
async function expectOnce(page: Page, item: string): Promise<void> {
  await expect(page).toHaveURL(new RegExp(`/recommendations/${item}(\\?|$)`));
  await page.goto(`/recommendations/${item}/history`);
  await expect(page.getByText(`${HEADLINE} ${item}`, { exact: true })).toHaveCount(1);
}

const WAYS: Array<[Weather, string, string]> = [
  ['cut before', 'r12', 'could not be reached'],
  ['cut after', 'r13', 'could not be reached'],
  [502, 'r14', 'is not there at the moment'],
  [403, 'r15', 'was refused'],
];

for (const [weather, item, words] of WAYS) {
  test(`a form that is lost (${weather}) stays, and is sent again once`, async ({
    officer: page,
    network,
  }) => {
    await fillUpdate(page, item, network);
    network.weather = weather;
    await post(page);
    await expect(notSent(page)).toContainText(words);
    await expectKept(page, item);
    network.weather = 'fair';
    await page.getByRole('button', { name: 'Try again' }).click();
    await expectOnce(page, item);
  });
}

test('a form without an answer is given up after a minute, and is not saved twice', async ({
  officer: page,
  network,
}) => {
  await page.clock.install();
  await fillUpdate(page, 'r16', network);
  network.weather = 'silent';
  await post(page);
  await expect.poll(() => network.arrived).toBe(1);
  await page.clock.runFor(61_000);
  await expect(notSent(page)).toContainText('No answer came');
  await expectKept(page, 'r16');
  network.weather = 'fair';
  await page.getByRole('button', { name: 'Try again' }).click();
  await expectOnce(page, 'r16');
});

test('offline, the form stays', async ({ officer: page, network }) => {
  await fillUpdate(page, 'r17', network);
  await page.context().setOffline(true);
  await post(page);
  await expect(notSent(page)).toContainText('Check your connection');
  await expectKept(page, 'r17');
  await page.context().setOffline(false);
  await page.getByRole('button', { name: 'Try again' }).click();
  await expectOnce(page, 'r17');
});

test('too large for something on the way: the chosen file stays chosen', async ({
  officer: page,
  network,
}) => {
  await page.goto(`${network.address}/recommendations/r18/evidence/file`);
  await page.getByLabel('Title').fill('A large report');
  await page.getByLabel('File').setInputFiles({
    name: 'report.txt',
    mimeType: 'text/plain',
    buffer: Buffer.from('Illustrative.'),
  });
  network.weather = 413;
  await page.getByRole('button', { name: 'Add evidence' }).click();
  await expect(notSent(page)).toContainText('it is too large');
  await expect(page.getByLabel('Title')).toHaveValue('A large report');
  const name = (input: HTMLInputElement) => input.files?.[0]?.name;
  expect(await page.getByLabel('File').evaluate(name)).toBe('report.txt');
});

test('of an older version: the page is opened again with what was typed', async ({
  officer: page,
  network,
}) => {
  await fillUpdate(page, 'r20', network);
  network.weather = 'older';
  await post(page);
  await expect(notSent(page)).toContainText('from an older version');
  await expectKept(page, 'r20');
  network.weather = 'fair';
  await page.getByRole('button', { name: 'Open it again, with what you typed' }).click();
  await expect(page.getByText('What you typed here before is back')).toBeVisible();
  await expect(page.getByLabel('Headline')).toHaveValue(`${HEADLINE} r20`);
  await post(page);
  await expectOnce(page, 'r20');
});

test('from an address that is not the service’s own, it says so', async ({
  officer: page,
  network,
}) => {
  await fillUpdate(page, 'r21', network);
  network.weather = 'foreign';
  await post(page);
  await expect(notSent(page)).toContainText('opened at another address');
  await expectKept(page, 'r21');
});

test('the forms of nothing but a button say so too', async ({ officer: page, network }) => {
  network.weather = 502;
  await page.getByRole('button', { name: 'Sign out' }).first().click();
  const said = page.getByRole('alert').filter({ hasText: 'is not there at the moment' });
  await expect(said).toBeFocused();
  await page.goto(`${network.address}/account`);
  await page.getByRole('button', { name: 'Sign out everywhere, here too' }).click();
  await expect(said).toBeFocused();
  // Still signed in: nothing arrived, and a second try is one of the same.
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(said).toBeFocused();
  expect(network.arrived).toBe(0);
});
