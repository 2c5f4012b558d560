import { expectDone } from './done';
import { expect, test } from './fixtures';

test('an administrator changes the RAG key, and everybody reads it on the items', async ({ as }, {
  project,
}) => {
  const words = `Well on its way, ${project.name}`;
  const page = await as('administrator');
  await page.goto('/settings');
  await page.getByRole('link', { name: 'Change the RAG key' }).click();
  const box = page.getByRole('group', { name: 'Commitments' }).getByLabel('Green means');
  await box.fill('');
  await page.getByRole('button', { name: 'Save RAG key' }).click();
  await expect(page.getByText('Say what Green means')).toHaveCount(2);
  await box.fill(words);
  await page.getByRole('button', { name: 'Save RAG key' }).click();
  await expectDone(page, /^Settings saved: /);
  await expect(page.getByText('Green, commitment').first()).toBeVisible();
  const reader = await as('viewer');
  await reader.goto('/settings');
  await expect(reader.getByRole('table', { name: 'RAG key' }).getByText(words)).toBeVisible();
  await expect(reader.getByRole('link', { name: /^Change/ })).toHaveCount(0);
});

test('rules of dates are checked together, and change what meetings say', async ({ as }) => {
  const page = await as('administrator');
  await page.goto('/settings/dates');
  const updates = page.getByLabel('Updates due');
  const before = await updates.inputValue();
  await updates.fill('3');
  await page.getByRole('button', { name: 'Save settings' }).click();
  await expect(
    page.getByText('Updates are due no later than papers go out: enter 6 or more'),
  ).toHaveCount(2);
  const after = before === '10' ? '11' : '10';
  await updates.fill(after);
  await page.getByRole('button', { name: 'Save settings' }).click();
  await expectDone(page, /^Settings saved: /);
  await expect(page.getByText(`${after} working days before a meeting`).first()).toBeVisible();
  await page.goto('/meetings');
  await page.getByRole('table').first().getByRole('link').first().click();
  await expect(page.getByText(`${after} working days before the meeting`)).toBeVisible();
});

test('settings that changed meanwhile show both versions', async ({ as }, { project }) => {
  const [page, other] = [await as('administrator'), await as('administrator')];
  await page.goto('/settings/board');
  await other.goto('/settings/board');
  await other.getByLabel('Areas (optional)').fill(`Exampleshire\n${project.name}`);
  await other.getByRole('button', { name: 'Save settings' }).click();
  await expectDone(other, 'Settings saved: Areas');
  await page.getByLabel('Areas (optional)').fill('Somewhere else');
  await page.getByRole('button', { name: 'Save settings' }).click();
  await expect(page.getByText(`Exampleshire, ${project.name}`)).toBeVisible();
  await expect(page.getByLabel('Areas (optional)')).toHaveValue('Somewhere else');
});

test('nobody else is given a form', async ({ as }) => {
  const page = await as('officer');
  for (const form of ['board', 'dates', 'storage', 'rag-key']) {
    await page.goto(`/settings/${form}`);
    await expect(page.getByText('Your role does not let you do this')).toBeVisible();
    await expect(page.getByRole('main').getByRole('button')).toHaveCount(0);
  }
});
