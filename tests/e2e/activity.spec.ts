import { readFile } from 'node:fs/promises';
import { parse as parseCsv } from 'csv-parse/sync';
import { expect, test } from './fixtures';
import { appDatabase } from './people-of-their-own';
import { expectSoundEverywhere } from './sound';

test('activity is found from every page, narrowed, turned over and downloaded', async ({ as }, {
  project,
}) => {
  const page = await as('officer');
  await page.goto('/meetings');
  await page.getByRole('contentinfo').getByRole('link', { name: 'Activity' }).click();
  await expect(page).toHaveTitle('Activity – Board tracker');
  await page.getByRole('link', { name: 'Next page' }).click();
  await expect(page).toHaveURL(/page=2/);
  await expect(page.getByText(/^Showing 51 to 100 of/)).toBeVisible();
  await page.getByText('Filters', { exact: true }).click();
  await page.getByLabel('What').selectOption('Status update posted');
  await page.getByLabel(/^Subject/).fill('a1');
  await page.getByRole('button', { name: 'Apply filters' }).click();
  await expect(page).toHaveURL(/kind=update\.rag/);
  const rows = page.getByRole('row').filter({ has: page.getByRole('rowheader') });
  const shown = await rows.count();
  expect(shown).toBeGreaterThan(0);
  for (const row of await rows.all()) {
    await expect(row).toContainText('Status update posted');
    await expect(row.getByRole('link', { name: /^A1 / })).toBeVisible();
  }
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'CSV', exact: true }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^activity \d{4}-\d\d-\d\d\.csv$/);
  const records: string[][] = parseCsv(await readFile(await download.path()), { bom: true });
  const told = new Set(
    records.slice(1).map(([date, time, , , , subject]) => [date, time, subject].join()),
  );
  expect(told.size).toBe(shown);
  await expectSoundEverywhere(page, project.use.javaScriptEnabled);
  // What was just downloaded is an event of its own.
  await page.goto('/activity?kind=export.activity');
  await expect(rows.first()).toContainText('Activity downloaded');
  await page.goto('/activity?subject=nothing+is+called+this');
  await expect(page.getByText('Nothing matches')).toBeVisible();
});

test('a viewer finds nothing of what is restricted', async ({ as }) => {
  const db = await appDatabase();
  const item = await db.item.findFirstOrThrow({ where: { restricted: true } });
  const address = `/activity?subject=${item.reference}`;
  const officer = await as('officer');
  await officer.goto(address);
  await expect(officer.getByRole('link', { name: item.shortTitle }).first()).toBeVisible();
  const page = await as('viewer');
  await page.goto(address);
  await expect(page.getByText('Nothing matches')).toBeVisible();
  const file = await page.request.get(address.replace('?', '/csv?'));
  expect((await file.text()).trim().split('\n')).toHaveLength(1);
});

test('security events are for administrators', async ({ as }, { project }) => {
  const page = await as('administrator');
  await page.goto('/activity');
  await page.getByRole('link', { name: 'Security events' }).click();
  await expect(page).toHaveTitle('Security events – Board tracker');
  await expect(page.getByText(/They are kept for \d+ months/)).toBeVisible();
  await page.getByText('Filters', { exact: true }).click();
  await page.getByLabel('What').selectOption('Signed in');
  await page.getByRole('button', { name: 'Apply filters' }).click();
  await expect(page).toHaveURL(/kind=sign_in\.succeeded/);
  await expect(page.getByRole('rowheader').first()).toHaveText(/^Signed in/);
  await expectSoundEverywhere(page, project.use.javaScriptEnabled);
  const file = await page.request.get('/activity/security/csv?kind=sign_in.succeeded');
  expect(await file.text()).toContain('Signed in');
  const other = await as('officer');
  expect((await other.goto('/activity/security'))?.status()).toBe(404);
  expect((await other.request.get('/activity/security/csv')).status()).toBe(404);
  await other.goto('/activity');
  await expect(other.getByRole('link', { name: 'Security events' })).toHaveCount(0);
});
