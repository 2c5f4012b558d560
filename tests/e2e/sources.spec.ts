import { expectDone } from './done';
import { expect, test } from './fixtures';

/** The two projects share one board: each has a source of its own. */
const PREFIX = { javascript: 'E', 'no javascript': 'F' } as Record<string, string>;

test('an officer adds a source and a recommendation of it, and puts its words right', async ({
  as,
}, { project }) => {
  const page = await as('officer');
  const prefix = PREFIX[project.name] ?? 'G';
  await page.goto('/recommendations');
  await page.getByRole('main').getByRole('link', { name: 'sources', exact: true }).click();
  await page.getByRole('link', { name: 'Add a source' }).click();
  await page.getByLabel('Title').fill(`Scrutiny review ${prefix}`);
  await page.getByLabel('Published by').fill('Scrutiny committee');
  await page.getByLabel('Year it was published').fill('2026');
  await page.getByLabel('Prefix').fill('r');
  await page.getByRole('button', { name: 'Add source' }).click();
  await expect(page.getByText('R stands for the review: choose another prefix')).toHaveCount(2);
  await page.getByLabel('Prefix').fill(prefix.toLowerCase());
  await page.getByRole('button', { name: 'Add source' }).click();
  await expectDone(page, `Source ${prefix} added: Scrutiny review ${prefix}`);

  await page.getByRole('link', { name: 'Add a recommendation' }).click();
  await page.getByLabel('Short title').fill('Longer hours');
  await page.getByLabel('The recommendation, word for word').fill('Open longer.');
  await page.getByRole('button', { name: 'Add recommendation' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`${prefix}1 Longer hours`);

  await page.getByRole('link', { name: 'Change the wording' }).click();
  await page.getByLabel('The recommendation, word for word').fill('Open for longer.');
  await page.getByLabel('Why it is changed').fill('A slip');
  await page.getByRole('button', { name: 'Save wording' }).click();
  await expect(page.getByText('Open for longer.')).toBeVisible();
  await page.goto(`/recommendations/${prefix.toLowerCase()}1/history`);
  await expect(page.getByText('Open longer.')).toBeVisible();
  await expect(page.getByText('Reason: A slip')).toBeVisible();
});

test('what a commitment answers is changed with its strength, and by nobody but an officer', async ({
  as,
}, { project }) => {
  const page = await as('officer');
  const commitment = project.name === 'javascript' ? 'c3.2' : 'c3.3';
  await page.goto(`/commitments/${commitment}`);
  await page.getByRole('link', { name: 'Change what it answers' }).click();
  await page.getByLabel(/^R32 /).selectOption('Direct');
  await page.getByRole('button', { name: 'Save what it answers' }).click();
  await expectDone(page, `Links of ${commitment.toUpperCase()} saved`);
  const row = page.getByRole('row').filter({ hasText: 'R32' });
  await expect(row.getByText('Direct', { exact: true })).toBeVisible();
  await page.goto(`/commitments/${commitment}/history`);
  await expect(page.getByText(/R32 .*\(direct\)/).first()).toBeVisible();
  const member = await as('member');
  await member.goto(`/commitments/${commitment}/mapping`);
  await expect(member.getByText('Your role does not let you do this')).toBeVisible();
  await expect(member.getByRole('main').getByRole('button')).toHaveCount(0);
});
