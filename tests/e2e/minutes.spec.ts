import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import mammoth from 'mammoth';
import { expectDone } from './done';
import { expect, test } from './fixtures';
import { expectAccessible, expectSound, expectSoundEverywhere } from './sound';

const OWNER =
  'Director of place and integration, Board member for the NHS, Exampleshire and Fenmarsh Integrated Care Board';

/** From the list of meetings to the one that was held last. */
async function openLastMeeting(page: Page): Promise<void> {
  await page.goto('/meetings');
  const past = page.getByRole('table', { name: 'Past meetings' });
  await past.getByRole('rowheader').first().getByRole('link').click();
}

/** Once its title is there, which comes last when a page is reached by a link. */
async function expectSoundAt(page: Page, title: RegExp, scripts: boolean | undefined) {
  await expect(page).toHaveTitle(title);
  await expectSound(page);
  if (scripts !== false) await expectAccessible(page);
}

test('an officer records who came and writes it into the minutes, which come out as Word', async ({
  as,
  javaScriptEnabled,
}, { project }) => {
  const page = await as('officer');
  const words = `Bidding for it, ${project.name}`;
  await openLastMeeting(page);
  await page.getByRole('link', { name: /^Attendance/ }).click();
  await page.getByRole('link', { name: 'Record attendance' }).click();
  await expect(page).toHaveTitle(/Record attendance/);
  await expectSoundEverywhere(page, javaScriptEnabled);
  const chair = page.getByRole('group', { name: 'Director of public health' });
  const came = project.name === 'javascript' ? 'Apologies' : 'Present';
  await chair.getByLabel(came, { exact: true }).check();
  const declaration = page.getByRole('group', { name: /^Declaration \d/ }).last();
  await declaration.getByLabel('What they declared').fill(words);
  await page.getByRole('button', { name: 'Save attendance' }).click();
  // What was typed and picked is kept.
  await expect(page.getByText('Choose who declared it')).toHaveCount(2);
  await expect(chair.getByLabel(came, { exact: true })).toBeChecked();
  await declaration.getByLabel('Declared by').selectOption({ index: 1 });
  await declaration.getByLabel('Concerns (optional)').fill('r8');
  await page.getByRole('button', { name: 'Save attendance' }).click();
  await expectDone(page, /^Attendance of the meeting of .* recorded$/);
  await expect(page.getByText(words)).toBeVisible();
  await expectSoundAt(page, /^Attendance/, javaScriptEnabled);

  await openLastMeeting(page);
  await page.getByRole('link', { name: /^Minutes/ }).click();
  await page.getByRole('link', { name: 'Edit the minutes' }).click();
  await page.getByRole('link', { name: 'Draft them anew from the record' }).click();
  await expect(page.getByText(words)).toBeVisible();
  await expectSoundAt(page, /Edit the minutes/, javaScriptEnabled);
  await page.getByRole('button', { name: 'Save minutes' }).click();
  await expectDone(page, /^Minutes of the meeting of .* saved$/);
  await expectSoundAt(page, /^Minutes/, javaScriptEnabled);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Download as Word' }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^Draft minutes \d{4}-\d\d-\d\d\.docx$/);
  const buffer = await readFile(await download.path());
  const { value } = await mammoth.extractRawText({ buffer });
  expect(value).toContain(words);
  expect(value).toContain('Draft, not agreed yet');
});

test('a meeting action is opened, carried forward to the next meeting, and done there by its owner', async ({
  as,
  javaScriptEnabled,
}, { project }) => {
  const what = `Ask the hospital, ${project.name}`;
  const page = await as('officer');
  await openLastMeeting(page);
  await page.getByRole('link', { name: /^Actions/ }).click();
  await page.getByRole('link', { name: 'Open a meeting action' }).click();
  await expectSoundAt(page, /Open a meeting action/, javaScriptEnabled);
  await page.getByLabel('What is to be done').fill(what);
  await page.getByLabel('Owner').selectOption({ label: OWNER });
  await page.getByRole('button', { name: 'Open meeting action' }).click();
  await expectDone(page, /^Action \d+ of the meeting of .* opened for /);
  const owner = await as('member');
  await owner.goto('/');
  await owner.getByRole('link', { name: /^\d+ open$/ }).click();
  const next = await as('viewer');
  await next.goto('/meetings');
  const toCome = next.getByRole('table', { name: 'Meetings to come' });
  // The last of them: today’s meeting, which may be the first, still tells what was done on its day.
  await toCome.getByRole('rowheader').last().getByRole('link').click();
  await next.getByRole('link', { name: /^Actions/ }).click();
  const row = next.getByRole('row', { name: new RegExp(what) });
  await expect(row.getByText('Carried forward from')).toBeVisible();
  await expect(next).toHaveTitle(/^Meeting actions/);
  await expectSoundEverywhere(next, javaScriptEnabled);
  await owner.getByRole('link', { name: `Mark as done ${what}` }).click();
  await owner.getByLabel('What was done').fill('They said yes');
  await owner.getByRole('button', { name: 'Mark as done' }).click();
  await expectDone(owner, /^Action \d+ of the meeting of .* is done$/);
  await next.reload();
  await expect(row).toHaveCount(0);
});
