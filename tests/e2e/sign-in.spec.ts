import type { Page } from '@playwright/test';
import { TOTP } from 'otpauth';
import { expectDone } from './done';
import { expect, test } from './fixtures';
import { appDatabase, enter, give, letPass, newPerson, PASSWORD } from './people-of-their-own';
import { expectAccessible, expectSoundEverywhere } from './sound';

const title = (page: Page, name: string) =>
  expect(page.getByRole('heading', { level: 1, name, exact: true })).toBeVisible();

/** The code an app would show, from the key that is on the page. */
async function codeOnPage(page: Page): Promise<() => string> {
  const address = await page.getByRole('link', { name: 'Open it in the app' }).getAttribute('href');
  const secret = new URL(address ?? '').searchParams.get('secret') ?? '';
  return () => new TOTP({ secret }).generate();
}

test('a second step: set up, used, used up, recovered from, and taken away', async ({
  page,
  javaScriptEnabled,
}) => {
  const person = await newPerson();
  await enter(page, person.email);
  await page.goto('/account');
  await page.getByRole('link', { name: 'Set up a second step' }).click();
  await title(page, 'Set up a second step');
  await expect(page.getByRole('img', { name: /QR code/ })).toBeVisible();
  await expectSoundEverywhere(page, javaScriptEnabled);
  const code = await codeOnPage(page);
  await page.getByLabel('Code').fill('000000');
  await page.getByRole('button', { name: 'Confirm' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'There is a problem' })).toBeVisible();
  // A code that was typed is never given back.
  await expect(page.getByLabel('Code')).toHaveValue('');
  const first = code();
  await page.getByLabel('Code').fill(first);
  await page.getByRole('button', { name: 'Confirm' }).click();
  await title(page, 'Recovery codes');
  await page.getByRole('button', { name: 'Make recovery codes' }).click();
  await expect(page.getByRole('heading', { name: 'Keep these codes' })).toBeVisible();
  const recovery = await page.getByRole('listitem').locator('code').allTextContents();
  expect(recovery).toHaveLength(10);
  await page.getByRole('link', { name: 'I have kept them' }).click();
  await expect(page.getByText('Recovery codes left: 10')).toBeVisible();

  await page.getByRole('button', { name: 'Sign out', exact: true }).click();
  await title(page, 'Sign in');
  await page.goto('/recommendations');
  await give(page, person.email);
  await title(page, 'Enter your code');
  await expectSoundEverywhere(page, javaScriptEnabled);
  // The password alone opens nothing.
  await page.goto('/recommendations');
  await title(page, 'Sign in');
  await give(page, person.email);
  await page.getByLabel('Code').fill(first);
  await page.getByRole('button', { name: 'Sign in' }).click();
  // It was right once, and is not again.
  await expect(page.getByRole('alert').filter({ hasText: 'There is a problem' })).toBeVisible();
  await page.getByLabel('Code').fill(recovery[0] ?? '');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page).toHaveURL(/\/recommendations$/);
  await title(page, 'Recommendations');

  await page.goto('/account');
  await expect(page.getByText('Recovery codes left: 9')).toBeVisible();
  await page.getByRole('link', { name: 'Remove second step' }).click();
  await page.getByLabel('Code').fill(recovery[1] ?? '');
  await page.getByRole('button', { name: 'Remove second step' }).click();
  await expectDone(page, 'Second step removed');
  await page.getByRole('button', { name: 'Sign out', exact: true }).click();
  await title(page, 'Sign in');
  await enter(page, person.email);
});

test('a password is changed with the old one, and ends what is open elsewhere', async ({
  page,
  browser,
  baseURL,
  javaScriptEnabled,
}) => {
  const person = await newPerson();
  const other = await (await browser.newContext({ baseURL })).newPage();
  await enter(other, person.email);
  await enter(page, person.email);
  await page.goto('/account');
  await expect(page.getByText('2 sign-ins')).toBeVisible();
  await expectSoundEverywhere(page, javaScriptEnabled);
  await page.getByRole('link', { name: 'Change password' }).click();
  await title(page, 'Change password');
  await page.getByLabel('Password you have now').fill(PASSWORD);
  await page.getByLabel('New password', { exact: true }).fill('password1234');
  await page.getByLabel('New password again').fill('password1234');
  await page.getByRole('button', { name: 'Change password' }).click();
  await expect(page.getByText(/would be guessed too soon/).first()).toBeVisible();
  for (const label of ['Password you have now', 'New password again']) {
    await expect(page.getByLabel(label)).toHaveValue('');
  }
  await page.getByLabel('Password you have now').fill(PASSWORD);
  await page.getByLabel('New password', { exact: true }).fill('ladder orbit mustard');
  await page.getByLabel('New password again').fill('ladder orbit mustard');
  await page.getByRole('button', { name: 'Change password' }).click();
  await expectDone(page, /^Password changed\./);
  await other.goto('/account');
  await title(other, 'Sign in');
  await give(other, person.email);
  await expect(other.getByText('Enter a correct email address and password').first()).toBeVisible();
  await give(other, person.email, 'ladder orbit mustard');
  await expect(other.getByRole('button', { name: 'Sign out', exact: true })).toBeAttached();
  await page.goto('/account');
  await page.getByRole('button', { name: 'Sign out everywhere else' }).click();
  await expectDone(page, 'You are signed out everywhere else');
  await other.goto('/account');
  await title(other, 'Sign in');
  await page.getByRole('button', { name: 'Sign out everywhere, here too' }).click();
  await title(page, 'Sign in');
  await other.context().close();
});

test('what was typed survives a sign-in in between, for its own writer alone', async ({ page }) => {
  const [person, somebodyElse] = [await newPerson(), await newPerson()];
  await enter(page, person.email);
  await page.goto('/recommendations/r12/ask');
  const words = 'Who pays for this after March? I have typed a long time.';
  await page.getByRole('textbox').first().fill(words);
  const form = page.getByRole('main').locator('form');
  const send = form.getByRole('button').first();
  const label = (await send.textContent()) ?? '';
  await letPass(person.id, 31);
  await send.click();
  await title(page, 'Sign in');
  await expectDone(page, /what you typed is kept$/);
  // Somebody else who signs in here finds nothing of it.
  await give(page, somebodyElse.email);
  await expect(page).toHaveURL(/\/recommendations\/r12\/ask$/);
  await expect(page.getByRole('textbox').first()).toHaveValue('');
  await page.getByRole('button', { name: 'Sign out', exact: true }).click();
  await title(page, 'Sign in');
  await page.goto('/sign-in?to=/recommendations/r12/ask');
  await give(page, person.email);
  await expect(page.getByText('You had to sign in again').first()).toBeVisible();
  await expect(page.getByRole('textbox').first()).toHaveValue(words);
  await page.getByRole('button', { name: label }).click();
  await expectDone(page, /^Question about R12 asked/);
  await expect(page.getByText(words).first()).toBeVisible();
  await page.goto('/recommendations/r12/ask');
  await expect(page.getByRole('textbox').first()).toHaveValue('');
  const db = await appDatabase();
  expect(await db.keptForm.count({ where: { personId: person.id } })).toBe(0);
});

test('of two tabs each keeps its words', async ({ page, context }) => {
  const person = await newPerson();
  await enter(page, person.email);
  const other = await context.newPage();
  const tabs = [
    { tab: page, path: '/recommendations/r13/ask', words: 'What was typed in the first tab' },
    { tab: other, path: '/recommendations/r14/ask', words: 'What was typed in the second' },
  ];
  for (const { tab, path, words } of tabs) {
    await tab.goto(path);
    await tab.getByRole('textbox').first().fill(words);
  }
  await letPass(person.id, 31);
  for (const { tab } of tabs) {
    await tab.getByRole('main').locator('form').getByRole('button').first().click();
    await title(tab, 'Sign in');
  }
  await give(page, person.email);
  await expect(page.getByRole('button', { name: 'Sign out', exact: true })).toBeAttached();
  for (const { path, words } of tabs) {
    await page.goto(path);
    await expect(page.getByRole('textbox').first()).toHaveValue(words);
  }
  await other.close();
});

test('who signed out in another tab is told that nothing was saved', async ({
  page,
  context,
  javaScriptEnabled,
}) => {
  const person = await newPerson();
  await enter(page, person.email);
  const words = 'Typed while somebody signed out in another tab';
  await page.goto('/recommendations/r13/ask');
  await page.getByRole('textbox').first().fill(words);
  const other = await context.newPage();
  await other.goto('/account');
  await other.getByRole('button', { name: 'Sign out', exact: true }).click();
  await title(other, 'Sign in');
  const send = page.getByRole('main').locator('form').getByRole('button').first();
  await send.click();
  if (javaScriptEnabled === false) {
    // Nobody can say whose words they are, and the page that held them is gone.
    await expect(page.getByText('what you typed could not be kept')).toBeVisible();
  } else {
    await expect(page.getByText('what you typed is still here').first()).toBeVisible();
    await expect(page.getByRole('textbox').first()).toHaveValue(words);
    await give(other, person.email);
    await expect(other.getByRole('button', { name: 'Sign out', exact: true })).toBeAttached();
    await send.click();
    await expectDone(page, /^Question about R13 asked/);
    await expect(page.getByText(words).first()).toBeVisible();
  }
  await other.close();
});

test('two minutes before a session ends its reader is told, and can stay', async ({
  page,
  javaScriptEnabled,
}) => {
  const person = await newPerson();
  await enter(page, person.email);
  if (javaScriptEnabled === false) {
    // Without scripts nothing can warn; what was typed is kept, which the test above shows.
    await letPass(person.id, 31);
    await page.goto('/account');
    await title(page, 'Sign in');
    return;
  }
  // As if they came back to the tab: the page asks how long the session lasts, once its scripts run.
  const comeBack = () =>
    expect(async () => {
      const asked = page.waitForResponse(/\/api\/session$/, { timeout: 1000 });
      await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
      await asked;
    }).toPass();
  const dialog = page.getByRole('dialog', { name: 'You are about to be signed out' });
  await page.goto('/recommendations');
  await comeBack();
  await expect(dialog).toBeHidden();
  await letPass(person.id, 28.5);
  await comeBack();
  await expect(dialog).toBeVisible();
  await expect(dialog).toContainText('a minute');
  await expectAccessible(page);
  // By keyboard alone: the dialog has the focus, and keeps it.
  await expect(dialog.getByRole('button', { name: 'Stay signed in' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  await letPass(person.id, 31);
  await comeBack();
  const over = page.getByRole('dialog', { name: 'You have been signed out' });
  await expect(over).toBeVisible();
  await expect(over.getByRole('link', { name: /Sign in/ })).toHaveAttribute('target', '_blank');
  // They sign in in another tab, and come back.
  const tab = await page.context().newPage();
  await enter(tab, person.email);
  await comeBack();
  await expect(over).toBeHidden();
});

test('a session of the browser’s before ends with a sign-in: none can be planted', async ({
  page,
}) => {
  const [attacker, victim] = [await newPerson(), await newPerson()];
  await enter(page, attacker.email);
  const planted = await page.context().cookies();
  await page.goto('/account');
  await page.getByRole('button', { name: 'Sign out', exact: true }).click();
  await title(page, 'Sign in');
  await page.context().addCookies(planted);
  await page.goto('/sign-in');
  await give(page, victim.email);
  await expect(page.getByRole('button', { name: 'Sign out', exact: true })).toBeAttached();
  const now = await page.context().cookies();
  const value = (cookies: typeof now) =>
    cookies.find(({ name }) => name === 'board-session')?.value;
  expect(value(now)).not.toBe(value(planted));
  expect(now.every(({ httpOnly, sameSite }) => httpOnly && sameSite === 'Lax')).toBe(true);
});

test('a forgotten password without mail leads to an administrator', async ({
  page,
  javaScriptEnabled,
}) => {
  await page.goto('/sign-in');
  await page.getByRole('link', { name: 'Forgotten your password?' }).click();
  await title(page, 'Forgotten password');
  await expect(page.getByText('Ask an administrator')).toBeVisible();
  await expectSoundEverywhere(page, javaScriptEnabled);
});
