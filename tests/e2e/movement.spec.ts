import { expect, test } from './fixtures';
import { expectSoundEverywhere } from './sound';

test('a member follows what moved from the dashboard to the meeting, and compares other days', async ({
  as,
  javaScriptEnabled,
}) => {
  const page = await as('member');
  await page.goto('/');
  await page.getByRole('link', { name: 'All movement' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Movement' })).toBeVisible();
  await expect(page.getByText(/^From the meeting of .* \(end of that day\) to now/)).toBeVisible();
  await expect(page).toHaveTitle(/^Movement/);
  await expectSoundEverywhere(page, javaScriptEnabled);
  await page.getByText(/^Dates and filters/).click();
  const from = page.getByRole('group', { name: 'From', exact: true });
  await from.getByLabel('The end of a meeting’s day').selectOption({ index: 3 });
  const to = page.getByRole('group', { name: 'To', exact: true });
  await to.getByLabel('The end of a meeting’s day').selectOption({ index: 1 });
  await page.getByRole('checkbox', { name: 'Improved' }).check();
  await page.getByRole('button', { name: 'Show', exact: true }).click();
  await expect(page.getByRole('heading', { level: 2, name: /^Improved \(/ })).toBeVisible();
  await expect(page.getByRole('heading', { level: 2, name: /^Unchanged/ })).toHaveCount(0);
  // The wrong way round, it says so.
  await page.goto(`${new URL(page.url()).pathname}?from=2026-11-01&to=2026-10-01`);
  await expect(page.getByText(/choose an earlier start|the register begins/i)).toBeVisible();
});
