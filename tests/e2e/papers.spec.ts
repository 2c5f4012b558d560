import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { expectDone } from './done';
import { expect, test } from './fixtures';
import { expectAccessible, expectSound } from './sound';

async function expectSoundAt(page: Page, title: RegExp, scripts: boolean | undefined) {
  await expect(page).toHaveTitle(title);
  await expectSound(page);
  if (scripts !== false) await expectAccessible(page);
}

/** A meeting of this test's own, so that it issues version 1. */
async function arrangeMeeting(page: Page, venue: string, month: string): Promise<string> {
  await page.goto('/meetings/new');
  await page.getByLabel('Day', { exact: true }).first().fill('13');
  await page.getByLabel('Month', { exact: true }).first().fill(month);
  await page.getByLabel('Year', { exact: true }).first().fill('2029');
  await page.getByLabel(/^Starts at/).fill('14:00');
  await page.getByLabel(/^Venue/).fill(venue);
  await page.getByRole('button', { name: 'Add meeting' }).click();
  await expectDone(page, /^Meeting of .* added$/);
  return new URL(page.url()).pathname;
}

async function clear(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Clear this draft' }).click();
  await page.getByLabel('Name').fill('Somebody senior');
  await page.getByLabel('Role').fill('Director');
  await page.getByRole('button', { name: 'Record that it is cleared' }).click();
  await expectDone(page, /^Draft cleared of the paper/);
}

test('an officer issues a paper, corrects and withdraws it; its file tells which paper it is', async ({
  as,
  javaScriptEnabled,
}, { project }) => {
  const page = await as('officer');
  const month = project.name === 'javascript' ? '3' : '6';
  const meeting = await arrangeMeeting(page, `Hall, ${project.name}`, month);
  const paper = `${meeting}/paper`;
  await page.goto(`${paper}/issue`);
  await expect(page.getByText('has not been cleared yet')).toBeVisible();
  await page.goto(paper);
  await clear(page);

  await page.getByRole('link', { name: 'Issue the paper' }).click();
  await expectSoundAt(page, /^Issue the paper/, javaScriptEnabled);
  await page.getByRole('button', { name: 'Issue the paper' }).click();
  await expect(page.getByText(/^There are \d+ open challenges/).first()).toBeVisible();
  await page.getByLabel(/^Issue it with \d+ open challenges/).check();
  await page.getByRole('button', { name: 'Issue the paper' }).click();
  await expectDone(page, / issued\. Its words and files are frozen$/);
  const first = new URL(page.url()).pathname;
  expect(first).toMatch(/^\/papers\/2029-0\d-13\/1$/);
  await expectSoundAt(page, /^Version 1, paper of 13/, javaScriptEnabled);

  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'PDF of the members’ version' }).first().click(),
  ]);
  const bytes = await readFile(await download.path());
  await page.getByText('SHA-256 of each file').click();
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  await expect(page.getByText(sha256)).toBeVisible();
  await page.goto('/papers');
  const give = async (name: string, buffer: Buffer) => {
    const file = { name, mimeType: 'application/pdf', buffer };
    await page.getByLabel('File', { exact: true }).setInputFiles(file);
    await page.getByRole('button', { name: 'Compare this file' }).click();
  };
  await give('renamed.pdf', bytes);
  await expect(page.getByText(/issued here, byte for byte/)).toBeVisible();
  await expect(page.getByRole('link', { name: /^version 1 for the meeting of 13/ })).toBeVisible();
  await give('renamed.pdf', Buffer.concat([bytes, Buffer.from('\n')]));
  await expect(page.getByText('That file is no paper that was issued here')).toBeVisible();

  await page.goto(paper);
  await page.getByRole('link', { name: 'Issue a correction' }).click();
  await page.getByLabel(/^Issue it with \d+ open challenges/).check();
  await page.getByRole('button', { name: 'Issue the correction' }).click();
  await expect(page.getByText(/say why another stands in its place/).first()).toBeVisible();
  await page.getByLabel('Why it replaces version 1').fill('A total was wrong');
  await page.getByRole('button', { name: 'Issue the correction' }).click();
  await expectDone(page, / issued\. Its words and files are frozen$/);
  await expect(page.getByText(/A total was wrong/).first()).toBeVisible();

  // A viewer reads the public version at the same address, and has no other.
  const reader = await as('viewer');
  await reader.goto(paper);
  await expect(reader).toHaveURL(/\/papers\/2029-0\d-13\/2$/);
  await expect(reader.getByText('Version 2, public version')).toBeVisible();
  expect((await reader.request.get(`${first}/paper.pdf`)).status()).toBe(404);
  expect((await reader.request.get(`${first}/public/paper.pdf`)).status()).toBe(200);
  expect((await reader.request.get(`${first}/withdraw`)).status()).toBe(200);

  await page.goto(first);
  await page.getByRole('link', { name: 'Withdraw this paper' }).click();
  await expectSoundAt(page, /^Withdraw an issued paper/, javaScriptEnabled);
  await page.getByLabel('Why it is withdrawn').fill('It named somebody');
  await page.getByRole('button', { name: 'Withdraw this paper' }).click();
  await expect(page.getByText('Tick the box to say that you understand').first()).toBeVisible();
  await page.getByLabel(/^I understand/).check();
  await page.getByRole('button', { name: 'Withdraw this paper' }).click();
  await expect(page.getByText('Reason: It named somebody')).toBeVisible();
  await expectSoundAt(page, /^Version 1, paper of 13/, javaScriptEnabled);
  for (const file of ['paper.pdf', 'public/paper.pdf']) {
    const gone = await page.request.get(`${first}/${file}`);
    expect([gone.status(), await gone.text()]).toEqual([
      410,
      expect.stringContaining('Reason: It named somebody'),
    ]);
  }
});
