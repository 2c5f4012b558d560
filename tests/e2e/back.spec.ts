import type { Page } from '@playwright/test';
import writeExcelFile from 'write-excel-file/node';
import type { Role } from '@/lib/domain/permissions';
import { expect, test } from './fixtures';

/** A form that is sent, gone back to, filled otherwise and sent again. */
interface Tried {
  name: string;
  role: Role;
  /** Where the form is; each way of running works on an item of its own. */
  path: (item: string) => string;
  /** The way from there to the form. */
  enter?: (page: Page) => Promise<unknown>;
  fill: (page: Page, words: string) => Promise<unknown>;
  button: string;
  /** Where what was sent can be read; the page that the form leads to, if nothing is said. */
  seen?: (item: string) => string;
}

const box = (page: Page, label: string | RegExp) => page.getByLabel(label).first();
const today = () =>
  new Date().toLocaleDateString('en-CA', { timeZone: 'Europe/London' }).split('-');
async function date(page: Page, group: string, [year = '', month = '', day = ''] = today()) {
  const fields = page.getByRole('group', { name: group });
  await fields.getByLabel('Day').fill(day);
  await fields.getByLabel('Month').fill(month);
  await fields.getByLabel('Year').fill(year);
}
const history = (item: string) => `/recommendations/${item}/history`;

const FORMS: Tried[] = [
  {
    name: 'a status update',
    role: 'officer',
    path: (item) => `/recommendations/${item}/update`,
    fill: async (page, words) => {
      await page.getByRole('radio', { name: /^Green/ }).check();
      await box(page, 'Headline').fill(words);
      await box(page, 'What has happened since the last update').fill(words);
    },
    button: 'Post update',
    seen: history,
  },
  {
    name: 'no change',
    role: 'officer',
    path: (item) => `/recommendations/${item}/no-change`,
    fill: (page, words) => box(page, 'Next step').fill(words),
    button: 'Report no change',
    seen: history,
  },
  {
    name: 'our response',
    role: 'officer',
    path: (item) => `/recommendations/${item}/response`,
    fill: async (page, words) => {
      await box(page, 'Our response').fill(words);
      await date(page, 'Date of the response');
    },
    button: 'Save our response',
    seen: history,
  },
  {
    name: 'a national position',
    role: 'officer',
    path: (item) => `/recommendations/${item}/position`,
    fill: async (page, words) => {
      await box(page, 'National position').fill(words);
      await date(page, 'Date of the position');
    },
    button: 'Save national position',
    seen: history,
  },
  {
    name: 'a link as evidence',
    role: 'officer',
    path: (item) => `/recommendations/${item}/evidence/link`,
    fill: async (page, words) => {
      await box(page, 'Web address').fill('https://www.example.org/minutes');
      await box(page, 'Title').fill(words);
      await box(page, 'What it shows').fill(words);
      await date(page, 'Date of the evidence');
    },
    button: 'Add evidence',
    seen: (item) => `/recommendations/${item}`,
  },
  {
    name: 'a question',
    role: 'member',
    path: (item) => `/recommendations/${item}/ask`,
    fill: (page, words) => box(page, 'Your question').fill(words),
    button: 'Ask this question',
    seen: (item) => `/recommendations/${item}`,
  },
  {
    name: 'a local action',
    role: 'commissioner',
    path: () => '/local-actions/new',
    fill: async (page, words) => {
      await box(page, 'Short title').fill(words);
      await box(page, 'Description').fill(words);
    },
    button: 'Create local action',
    seen: () => '/local-actions?q=Back',
  },
  {
    name: 'an organisation',
    role: 'officer',
    path: () => '/organisations/new',
    fill: (page, words) => box(page, 'Name').fill(words),
    button: 'Add organisation',
    seen: () => '/organisations',
  },
  {
    name: 'a person',
    role: 'officer',
    path: () => '/people/new',
    fill: async (page, words) => {
      await box(page, 'Name').fill(words);
      await box(page, 'Position').fill('Nurse');
      await box(page, 'Organisation').selectOption({ index: 1 });
    },
    button: 'Add person',
    seen: () => '/people?q=Back',
  },
  {
    name: 'a decision in the board’s own words',
    role: 'officer',
    path: () => '/meetings',
    enter: async (page) => {
      await page.locator('main a[href^="/meetings/2"]').last().click();
      await page
        .getByRole('navigation', { name: 'For this meeting' })
        .getByRole('link', { name: 'Decisions' })
        .click();
      await page.getByRole('link', { name: 'Record another decision' }).click();
      await expect(page).toHaveURL(/other$/);
    },
    fill: async (page, words) => {
      await box(page, 'What was decided').fill(words);
      await page.getByLabel('Agreed').check();
    },
    button: 'Record this decision',
  },
  {
    name: 'a theme',
    role: 'officer',
    path: () => '/groupings/new',
    fill: async (page, words) => {
      await page.getByRole('radio').first().check();
      await box(page, 'Name').fill(words);
    },
    button: 'Add grouping',
    seen: () => '/groupings',
  },
];

const conflictOf = (page: Page) =>
  page.getByRole('heading', { name: 'A change was saved after you opened' });

/**
 * Sends it, and once more where its first row stands no longer: both versions are shown then.
 * @param address of the form
 */
async function send(page: Page, button: string, address: string, first: string): Promise<void> {
  const press = () => page.getByRole('button', { name: button }).click();
  await press();
  await expect
    .poll(
      async () => new URL(page.url()).pathname !== address || (await conflictOf(page).count()) > 0,
    )
    .toBe(true);
  if (new URL(page.url()).pathname !== address) return;
  await expect(page.getByText(first).first()).toBeVisible();
  await press();
  await expect.poll(() => new URL(page.url()).pathname).not.toBe(address);
}

for (const { name, role, path, enter, fill, button, seen } of FORMS) {
  test(`${name}: Back, other words, and both are there`, async ({ as }, { project }) => {
    const item = project.name === 'javascript' ? 'r23' : 'r24';
    const page = await as(role);
    await page.goto(path(item));
    await enter?.(page);
    const address = new URL(page.url()).pathname;
    const words = (which: string) => `Back, ${which}: ${name}, ${project.name}`;

    await fill(page, words('first'));
    await send(page, button, address, '');
    const landed = page.url();
    await page.goBack();
    await expect(page).toHaveURL(new RegExp(`${address}$`));
    await fill(page, words('second'));
    await send(page, button, address, words('first'));
    await page.goto(seen?.(item) ?? landed);
    await expect(page.getByText(words('first')).first()).toBeVisible();
    await expect(page.getByText(words('second')).first()).toBeVisible();
  });
}

test('an owner: Back, somebody else, and the second owns it', async ({ as }, { project }) => {
  const item = project.name === 'javascript' ? 'r25' : 'r26';
  const page = await as('officer');
  const address = `/recommendations/${item}/owner`;
  const owner = page.getByLabel('Owner', { exact: true });
  const chosen = () => owner.evaluate((list: HTMLSelectElement) => list.selectedOptions[0]?.label);
  await page.goto(address);
  await owner.selectOption({ index: 3 });
  const first = (await chosen())?.split(',')[0] ?? '';
  await send(page, 'Assign owner', address, '');
  await page.goBack();
  await owner.selectOption({ index: 4 });
  const second = (await chosen())?.split(',')[0] ?? '';
  await send(page, 'Assign owner', address, first);
  await page.goto(`/recommendations/${item}/history`);
  const last = page.getByRole('listitem').filter({ hasText: 'Owner' }).first();
  await expect(last).toContainText(second);
  await expect(page.getByText(first).first()).toBeVisible();
});

test('an import: Back, the right file, and it is the right one', async ({ as }) => {
  const page = await as('commissioner');
  const file = async (action: string) => ({
    name: `${action}.xlsx`,
    mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    buffer: await writeExcelFile([{ sheet: 'Log', data: [['Action'], [action]] }]).toBuffer(),
  });
  await page.goto('/import');
  const give = async (action: string) => {
    await page.getByRole('radio', { name: /^Local actions/ }).check();
    await page.locator('input[type=file]').setInputFiles(await file(action));
    await page.getByRole('button', { name: 'Read this file' }).click();
    await expect(page).toHaveURL(/\/import\/[0-9a-f-]{36}/);
    await expect(page.getByText(`${action}.xlsx`).first()).toBeVisible();
  };
  await give('The wrong file');
  await page.goBack();
  await give('The right file');
});
