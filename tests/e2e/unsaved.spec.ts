import type { Page } from '@playwright/test';
import { expect, signIn, test } from './fixtures';

const ASK = '/recommendations/r19/ask';
const WORDS = 'Which of the three sites opens first, and when?';
const question = (page: Page) => page.getByRole('textbox');
const dialog = (page: Page) => page.getByRole('dialog', { name: 'Leave without saving?' });

/** What lies in the tab, as somebody reads it who has the computer. */
const store = (page: Page) =>
  page.evaluate(() => JSON.stringify([{ ...sessionStorage }, { ...localStorage }]));
const kept = (page: Page) =>
  page.evaluate(() => Object.keys(sessionStorage).filter((name) => name.startsWith('words ')));

async function type(page: Page): Promise<void> {
  await page.goto(ASK);
  await question(page).fill(WORDS);
  await expect.poll(() => kept(page)).toHaveLength(1);
}

test('a link of the page asks first, and the words are there again', async ({ as }) => {
  const page = await as('member');
  await type(page);
  const link = page.getByRole('navigation').getByRole('link', { name: 'Meetings' }).first();
  await link.click();
  await expect(dialog(page)).toBeVisible();
  await dialog(page).getByRole('button', { name: 'Stay on this page' }).click();
  await expect(page).toHaveURL(new RegExp(`${ASK}$`));
  await expect(question(page)).toHaveValue(WORDS);

  await link.click();
  await dialog(page).getByRole('button', { name: 'Leave' }).click();
  await expect(page).toHaveURL(/\/meetings$/);
  await page.goto(ASK);
  await expect(page.getByText('What you typed here before is back')).toBeVisible();
  await expect(question(page)).toHaveValue(WORDS);

  await page.getByRole('button', { name: 'Begin again without it' }).click();
  await expect(question(page)).toHaveValue('');
  // Nothing is unsaved: nothing asks.
  await link.click();
  await expect(page).toHaveURL(/\/meetings$/);
  await page.goto(ASK);
  await expect(question(page)).toHaveValue('');
});

test('what is typed before the scripts have come is unsaved too', async ({ as }) => {
  const page = await as('member');
  let release = () => {};
  const held = new Promise<void>((done) => {
    release = done;
  });
  await page.route('**/_next/static/**/*.js', async (route) => {
    await held;
    await route.continue();
  });
  await page.goto(ASK, { waitUntil: 'commit' });
  await question(page).fill(WORDS);
  expect(await kept(page)).toHaveLength(0);
  release();
  await expect.poll(() => kept(page)).toHaveLength(1);
  await page.getByRole('navigation').getByRole('link', { name: 'Meetings' }).first().click();
  await expect(dialog(page)).toBeVisible();
  await expect(question(page)).toHaveValue(WORDS);
});

test('back and forward do not ask, and lose nothing', async ({ as }) => {
  const page = await as('member');
  await page.goto('/recommendations/r19');
  await type(page);
  await page.goBack();
  await expect(page).toHaveURL(/\/r19$/);
  await page.goForward();
  await expect(question(page)).toHaveValue(WORDS);
});

test('closing, or another address, asks by the browser where words are unsaved', async ({ as }) => {
  const page = await as('member');
  await page.goto(ASK);
  const asked: string[] = [];
  page.on('dialog', async (one) => {
    asked.push(one.type());
    await one.accept();
  });
  await page.reload();
  expect(asked).toEqual([]);
  await question(page).pressSequentially('Is it?');
  await expect.poll(() => kept(page)).toHaveLength(1);
  await page.reload();
  expect(asked).toEqual(['beforeunload']);
  await expect(question(page)).toHaveValue('Is it?');
});

test('a file has to be chosen again, and that is said', async ({ as }) => {
  const page = await as('member');
  await page.goto('/recommendations/r19/evidence/file');
  await page.getByLabel('Title').fill('Minutes of the summer');
  await page.getByLabel('File').setInputFiles({
    name: 'minutes.txt',
    mimeType: 'text/plain',
    buffer: Buffer.from('Illustrative.'),
  });
  await expect.poll(() => kept(page)).toHaveLength(1);
  await page.getByRole('link', { name: 'Cancel' }).click();
  await dialog(page).getByRole('button', { name: 'Leave' }).click();
  await expect(page).toHaveURL(/\/r19$/);
  await page.goto('/recommendations/r19/evidence/file');
  await expect(page.getByText('The file must be chosen again')).toBeVisible();
  await expect(page.getByLabel('Title')).toHaveValue('Minutes of the summer');
  await expect(page.getByLabel('File')).toHaveValue('');
});

test('somebody added on the way is chosen, and the words are still there', async ({ as }) => {
  const page = await as('officer');
  await page.goto('/recommendations/r19/owner');
  await page.getByLabel('Why (optional)').fill('They run the service.');
  await expect.poll(() => kept(page)).toHaveLength(1);
  await page.getByRole('link', { name: 'Add a person who is not listed' }).click();
  await dialog(page).getByRole('button', { name: 'Leave' }).click();
  await page.getByLabel('Name', { exact: true }).fill('Added On The Way');
  await page.getByLabel('Position').fill('Nurse');
  await page.getByLabel('Organisation', { exact: true }).selectOption({ index: 1 });
  await page.getByRole('button', { name: 'Add person' }).click();
  await expect(page).toHaveURL(/\/r19\/owner\?/);
  await expect(page.getByLabel('Why (optional)')).toHaveValue('They run the service.');
  const owner = page.getByLabel('Owner', { exact: true });
  const chosen = (list: HTMLSelectElement) => list.selectedOptions[0]?.label;
  expect(await owner.evaluate(chosen)).toContain('Added On The Way');
});

test('what was saved is kept nowhere', async ({ as }) => {
  const page = await as('member');
  await type(page);
  await page.getByRole('button', { name: 'Ask' }).click();
  await expect(page).toHaveURL(/\/r19(\?|$)/);
  expect(await kept(page)).toEqual([]);
  await page.goto(ASK);
  await expect(question(page)).toHaveValue('');
});

test('they are sealed, and nobody else opens them', async ({ browser, baseURL, watch }) => {
  const context = await browser.newContext({ baseURL });
  const page = watch(await context.newPage());
  await page.goto('/sign-in');
  await signIn(page, 'member');
  await type(page);
  expect(await store(page)).not.toContain('sites');

  // The session ends by itself: the same person finds them, after somebody else does not.
  const session = await context.cookies();
  await context.clearCookies({ name: /board-session$/ });
  page.on('dialog', (one) => one.accept());
  await page.goto('/sign-in');
  const before = await store(page);
  await signIn(page, 'commissioner');
  await page.goto(ASK);
  await expect(question(page)).toHaveValue('');
  await context.clearCookies({ name: /board-session$/ });
  await page.goto('/sign-in');
  expect(await store(page)).toBe(before);
  await signIn(page, 'member');
  await page.goto(ASK);
  await expect(question(page)).toHaveValue(WORDS);
  expect(session.some(({ name }) => name.endsWith('board-words'))).toBe(true);
  await context.close();
});

test('signing out in one tab clears all', async ({ browser, baseURL, watch }) => {
  const context = await browser.newContext({ baseURL });
  const page = watch(await context.newPage());
  await page.goto('/sign-in');
  await signIn(page, 'member');
  await type(page);
  const other = watch(await context.newPage());
  await other.goto('/');
  await other.getByRole('button', { name: 'Sign out' }).first().click();
  await expect(other).toHaveURL(/\/sign-in/);
  await expect.poll(() => kept(page)).toEqual([]);
  await context.close();
});

test('no password is kept', async ({ as }) => {
  const page = await as('member');
  await page.goto('/account/password');
  for (const box of await page.locator('input[type=password]').all()) {
    await box.fill('not for anybody to see');
  }
  await page.getByRole('link', { name: 'Cancel' }).click();
  await expect(dialog(page)).toBeVisible();
  await dialog(page).getByRole('button', { name: 'Leave' }).click();
  await page.goto('/account/password');
  for (const box of await page.locator('input[type=password]').all()) {
    await expect(box).toHaveValue('');
  }
});
