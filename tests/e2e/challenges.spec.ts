import { expectDone } from './done';
import { expect, test } from './fixtures';

test('an officer acknowledges a challenge for the next meeting, and takes it back', async ({ as }, {
  project,
}) => {
  const reason = `The post is being filled, ${project.name}`;
  const page = await as('officer');
  await page.goto('/challenges?rule=no_owner&kind=local_action');
  const row = page.getByRole('table', { name: 'No owner' }).getByRole('row', { name: /A26/ });
  await expect(row).toContainText('with no owner');
  await row.getByRole('link', { name: 'Acknowledge' }).click();
  await expect(page.getByRole('checkbox', { name: /A26/ })).toBeChecked();
  await page.getByRole('button', { name: 'Acknowledge' }).click();
  await expect(page.getByText('Say why')).toHaveCount(2);
  await page.getByLabel('Reason').fill(reason);
  await page.getByRole('button', { name: 'Acknowledge' }).click();
  await expectDone(page, /^\d+ challenges? acknowledged for the meeting of /);

  const reader = await as('viewer');
  await reader.goto('/local-actions/a26');
  await expect(reader.getByText(reason)).toBeVisible();
  await reader.goto('/challenges?rule=no_owner&acknowledged=yes');
  await expect(reader.getByText(reason)).toBeVisible();
  await expect(reader.getByRole('link', { name: /^(Take back|Acknowledge)/ })).toHaveCount(0);

  await page.goto('/challenges?rule=no_owner&kind=local_action');
  await row.getByRole('link', { name: 'Take back' }).click();
  await page.getByLabel('Reason').fill('Somebody was found');
  await page.getByRole('button', { name: 'Take it back' }).click();
  await expectDone(page, /taken back: the challenge is open again$/);
  await expect(page.getByText(reason)).toHaveCount(0);
});

test('the dashboard leads to a rule, its link to where it is mended', async ({ as }) => {
  const page = await as('commissioner');
  await page.goto('/');
  await page
    .getByRole('region', { name: 'Challenges' })
    .getByRole('link', { name: 'No due or review date' })
    .click();
  await expect(
    page.getByRole('heading', { level: 2, name: 'No due or review date' }),
  ).toBeVisible();
  await page.getByRole('link', { name: 'Set its date (A26)' }).click();
  await expect(page).toHaveURL(/\/local-actions\/a26\/dates$/);
});
