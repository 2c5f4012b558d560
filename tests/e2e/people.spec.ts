import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import { buildLocalAction, own } from '@/seed/builders/register';
import { contextOf } from '../support/actors';
import { expect, test } from './fixtures';
import { appDatabase, give, newPerson, PASSWORD } from './people-of-their-own';
import { expectSoundEverywhere } from './sound';

const title = (page: Page, name: string) =>
  expect(page.getByRole('heading', { level: 1, name, exact: true })).toBeVisible();
const problem = (page: Page) => page.getByRole('alert').filter({ hasText: 'There is a problem' });

test('somebody is invited, comes, is given other roles, and leaves', async ({
  as,
  page: theirs,
  javaScriptEnabled,
}) => {
  const mark = randomUUID().slice(0, 8);
  const [name, email] = [`Newcomer ${mark}`, `newcomer-${mark}@own.invalid`];
  const page = await as('administrator');
  await page.goto('/people');
  await expectSoundEverywhere(page, javaScriptEnabled);
  await page.getByRole('link', { name: 'Invite somebody' }).click();
  await title(page, 'Invite somebody');
  await page.getByLabel('Name', { exact: true }).fill(name);
  await page.getByRole('button', { name: 'Invite' }).click();
  await expect(problem(page)).toContainText('Enter their email address');
  // What was typed is kept.
  await expect(page.getByLabel('Name', { exact: true })).toHaveValue(name);
  await page.getByLabel('Position').fill('Drug and alcohol lead');
  await page.getByLabel('Organisation').selectOption({ index: 1 });
  await page.getByLabel('Email address').fill(email);
  await page.getByLabel('Board member').check();
  await page.getByRole('button', { name: 'Invite' }).click();
  const done = page.getByRole('heading', { name: 'Hand this link over' });
  await expect(done).toBeVisible();
  // The button that had the focus is gone.
  if (javaScriptEnabled) await expect(done).toBeFocused();
  await expect(page.getByText(`For ${name}, ${email}.`)).toBeVisible();
  const address = (await page.getByText(/\/invitation\//).textContent()) ?? '';
  const copy = page.getByRole('button', { name: 'Copy the link' });
  if (javaScriptEnabled) {
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await copy.click();
    await expect(page.getByText('Copied')).toBeVisible();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(address);
  } else {
    await expect(copy).toHaveCount(0);
  }

  await theirs.goto(new URL(address.trim()).pathname);
  await title(theirs, 'Choose a password');
  for (const label of ['New password', 'New password again']) {
    await theirs.getByLabel(label, { exact: true }).fill(PASSWORD);
  }
  await theirs.getByRole('button', { name: 'Save password' }).click();
  await title(theirs, 'Sign in');
  await give(theirs, email);
  await expect(theirs.getByRole('button', { name: 'Sign out', exact: true })).toBeAttached();

  await page.getByRole('link', { name: 'Continue' }).click();
  await title(page, 'People');
  await page.getByRole('searchbox').fill(mark);
  await page.getByRole('button', { name: 'Search' }).click();
  await page.getByRole('link', { name, exact: true }).click();
  await title(page, name);
  await expectSoundEverywhere(page, javaScriptEnabled);
  await page.getByRole('link', { name: 'Change roles' }).click();
  await page.getByLabel('Board member').uncheck();
  await page.getByLabel('Viewer').check();
  await page.getByRole('button', { name: 'Save roles' }).click();
  await title(page, name);
  // From their next click on, in the session they are in.
  await theirs.goto('/people');
  await title(theirs, 'People');
  await expect(theirs.getByRole('link', { name: 'Add a person' })).toHaveCount(0);

  await page.getByRole('link', { name: 'Deactivate' }).click();
  await page.getByLabel('Why').fill('They left');
  await page.getByRole('button', { name: 'Deactivate' }).click();
  await title(page, name);
  await expect(page.getByText('They left')).toBeVisible();
  await theirs.goto('/people');
  await title(theirs, 'Sign in');
  await give(theirs, email);
  await expect(problem(theirs)).toContainText('Enter a correct email address and password');

  await page.getByRole('link', { name: 'Erase the name' }).click();
  await expect(page).toHaveTitle(/^Erase/);
  await expectSoundEverywhere(page, javaScriptEnabled);
  await page.getByLabel('Why').fill('They asked');
  await page.getByRole('button', { name: 'Erase the name' }).click();
  await expect(problem(page)).toContainText('Tick that you understand');
  await page
    .getByLabel(/I understand|nothing brings it back/i)
    .last()
    .check();
  await page.getByRole('button', { name: 'Erase the name' }).click();
  await title(page, 'Name erased');
  await page.goto(`/people?q=${mark}`);
  await expect(page.getByText('Nobody matches')).toBeVisible();
});

test('a leaver hands over everything in one step', async ({ as, javaScriptEnabled }) => {
  const [leaver, heir] = [await newPerson(), await newPerson()];
  const db = await appDatabase();
  const system = contextOf(db, undefined, new Date());
  const references = [await buildLocalAction(system), await buildLocalAction(system)];
  for (const reference of references) {
    await own(system, reference, { ownerId: leaver.id, leadOrganisationId: undefined });
  }
  const page = await as('officer');
  await page.goto(`/people/${leaver.id}`);
  await page.getByRole('link', { name: 'Hand over everything' }).click();
  await expect(page).toHaveTitle(/^Hand over/);
  for (const reference of references) await expect(page.getByText(reference).first()).toBeVisible();
  await expectSoundEverywhere(page, javaScriptEnabled);
  await page.getByLabel('Who takes it over').selectOption({ value: heir.id });
  await page.getByLabel('Why').fill('They left');
  await page.getByRole('button', { name: 'Hand over' }).click();
  await title(page, leaver.name);
  await expect(page.getByRole('link', { name: 'Hand over everything' })).toHaveCount(0);
  await page.goto(`/people/${heir.id}`);
  for (const reference of references) await expect(page.getByText(reference).first()).toBeVisible();
});

test('people are found by words and by their access, fifty a page', async ({
  as,
  javaScriptEnabled,
}) => {
  const mark = randomUUID().slice(0, 8);
  const db = await appDatabase();
  await db.person.createMany({
    data: Array.from({ length: 60 }, (_, index) => ({
      createdAt: new Date(),
      version: 1,
      name: `Many ${mark} ${String(index + 1).padStart(2, '0')}`,
      position: 'Nurse',
    })),
  });
  const page = await as('viewer');
  await page.goto('/people');
  await page.getByRole('searchbox').fill(mark);
  await page.getByLabel('Access').selectOption({ label: 'Cannot sign in' });
  await page.getByRole('button', { name: 'Search' }).click();
  await expect(page.getByText('Showing 1 to 50 of 60')).toBeVisible();
  await page.getByRole('link', { name: 'Page 2' }).click();
  await expect(page.getByText('Showing 51 to 60 of 60')).toBeVisible();
  await expect(page.getByRole('link', { name: `Many ${mark} 60` })).toBeVisible();
  await expectSoundEverywhere(page, javaScriptEnabled);
  await page.getByLabel('Access').selectOption({ label: 'Deactivated' });
  await page.getByRole('button', { name: 'Search' }).click();
  await expect(page.getByText('Nobody matches')).toBeVisible();
});

test('nobody changes their own roles or organisation', async ({ as }) => {
  const page = await as('administrator');
  await page.goto('/people');
  await page.getByLabel('Search names').fill('admin@board.example');
  await page.getByRole('button', { name: 'Search' }).click();
  await page.getByRole('table').getByRole('link').first().click();
  await expect(page.getByText('Nobody changes their own roles or organisation')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Change roles' })).toHaveCount(0);
  await page.getByRole('link', { name: 'Change details' }).click();
  await expect(page.getByLabel('Position')).toBeVisible();
  await expect(page.getByLabel('Organisation')).toHaveCount(0);
  await expect(page.getByText('npm run create-admin')).toBeVisible();
});

test('a search that is too long is refused in words', async ({ as }) => {
  const page = await as('administrator');
  const long = 'words '.repeat(60).trim();
  for (const [address, name] of [
    ['/local-actions?rag=red&q=', 'q'],
    ['/people?q=', 'q'],
    ['/activity?subject=', 'subject'],
  ] as const) {
    await page.goto(address + encodeURIComponent(long));
    await expect(page.getByRole('main').getByRole('alert')).toContainText(
      'Search for 200 characters or fewer: these are 359',
    );
    await expect(page.getByLabel('Words to search for')).toHaveValue(long);
    await expect(page.getByLabel('Words to search for')).toHaveAttribute('name', name);
    await expect(page.getByRole('table')).toHaveCount(0);
  }
  for (const address of [
    '/local-actions.csv?q=',
    '/local-actions.xlsx?q=',
    '/activity/csv?subject=',
  ]) {
    const refused = await page.request.get(address + encodeURIComponent(long));
    expect(refused.status()).toBe(400);
    expect(await refused.text()).toContain('Search for 200 characters or fewer');
  }
});
