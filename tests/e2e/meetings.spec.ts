import type { Page } from '@playwright/test';
import { expectDone } from './done';
import { expect, test } from './fixtures';
import { expectSoundEverywhere } from './sound';

/** Each way of running has a year of its own: the board is the same one. */
const yearOf = (project: string) => (project === 'javascript' ? '2031' : '2032');

async function fillDate(page: Page, name: string, [day, month, year]: [string, string, string]) {
  const boxes = page.getByRole('group', { name, exact: true });
  await boxes.getByLabel('Day').fill(day);
  await boxes.getByLabel('Month').fill(month);
  await boxes.getByLabel('Year').fill(year);
}

test('an officer sets up a meeting, moves it, cancels it and puts it back on', async ({
  as,
  javaScriptEnabled,
}, { project }) => {
  const year = yearOf(project.name);
  const address = `/meetings/${year}-03-06`;
  const page = await as('officer');
  await page.goto('/meetings');
  await page.getByRole('link', { name: 'Add a meeting' }).click();
  await page.getByRole('button', { name: 'Add meeting' }).click();
  for (const wrong of [
    'Enter the date of the meeting',
    'Enter the time it starts, like 14:00',
    'Enter where the board meets',
  ]) {
    // Once at the top, once at its field.
    await expect(page.getByText(wrong)).toHaveCount(2);
  }
  await fillDate(page, 'Date', ['6', 'march', year]);
  await page.getByLabel('Starts at').fill('2.30pm');
  await page.getByLabel('Venue').fill('County Hall');
  await fillDate(page, 'Updates due (optional)', ['7', '3', year]);
  await page.getByRole('button', { name: 'Add meeting' }).click();
  await expect(
    page.getByText(`Updates are due before the meeting on 6 March ${year}, or on the day`),
  ).toHaveCount(2);
  await expect(page.getByLabel('Venue')).toHaveValue('County Hall');
  await fillDate(page, 'Updates due (optional)', ['', '', '']);
  await page.getByRole('button', { name: 'Add meeting' }).click();
  await expectDone(page, /^Meeting of .* added$/);
  await expect(page).toHaveURL(new RegExp(address));
  await expect(page.getByText('14:30').first()).toBeVisible();
  await expect(page.getByText(/^\d+ working days before the meeting$/)).toBeVisible();
  await expectSoundEverywhere(page, javaScriptEnabled);

  await page.goto(`${address}/edit`);
  await expectSoundEverywhere(page, javaScriptEnabled);
  await fillDate(page, 'Date', ['10', '4', year]);
  await page.getByRole('button', { name: 'Save meeting' }).click();
  await expect(page).toHaveURL(new RegExp(address));
  await expect(
    page.getByRole('heading', { level: 1, name: `Meeting of 10 April ${year}` }),
  ).toBeVisible();
  await expect(page.getByText(`6 March ${year}`).last()).toBeVisible();

  await page.goto(`${address}/cancel`);
  await expectSoundEverywhere(page, javaScriptEnabled);
  await page.getByLabel('Why it is cancelled').fill('The chair is ill');
  await page.getByRole('button', { name: 'Cancel this meeting' }).click();
  await expect(page.getByText('Reason: The chair is ill')).toBeVisible();

  await page.getByRole('link', { name: 'Put this meeting back on' }).click();
  await page.getByLabel('Why it is put back on').fill('Her deputy takes the chair');
  await page.getByRole('button', { name: 'Put this meeting back on' }).click();
  await expectDone(page, `Put back on: the meeting of 10 April ${year}`);
});

test('a meeting that changed meanwhile shows both versions and keeps what was typed', async ({
  as,
}, { project }) => {
  const page = await as('officer');
  await page.goto('/meetings/new');
  await fillDate(page, 'Date', ['5', '6', yearOf(project.name)]);
  await page.getByLabel('Starts at').fill('10:00');
  await page.getByLabel('Venue').fill('Town Hall');
  await page.getByRole('button', { name: 'Add meeting' }).click();
  await expectDone(page, /^Meeting of .* added$/);
  const edit = `${new URL(page.url()).pathname}/edit`;
  const second = await as('officer');
  await second.goto(edit);
  await page.goto(edit);
  await page.getByLabel('Venue').fill('The Old Library');
  await page.getByRole('button', { name: 'Save meeting' }).click();
  await expectDone(page, /^Meeting of .* changed$/);
  await second.getByLabel('Venue').fill('The New Library');
  await second.getByRole('button', { name: 'Save meeting' }).click();
  await expect(second.getByText('The Old Library')).toBeVisible();
  await expect(second.getByLabel('Venue')).toHaveValue('The New Library');
  await second.getByRole('button', { name: 'Save meeting' }).click();
  await expectDone(second, /^Meeting of .* changed$/);
});

test('others read about meetings and are told that they cannot set them up', async ({ as }) => {
  for (const role of ['viewer', 'member', 'commissioner', 'administrator'] as const) {
    const page = await as(role);
    await page.goto('/meetings');
    await expect(page.getByRole('heading', { name: 'To come' })).toBeVisible();
    await expect(page.getByRole('link', { name: 'Add a meeting' })).toHaveCount(0);
    await page.goto('/meetings/new');
    await expect(page.getByText('Your role does not let you do this')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Add meeting' })).toHaveCount(0);
  }
});

test('an address that no meeting has gets a page that helps', async ({ as }) => {
  const page = await as('viewer');
  const answer = await page.goto('/meetings/2031-02-31');
  expect(answer?.status()).toBe(404);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
});
