import type { Page } from '@playwright/test';
import { expectDone } from './done';
import { expect, test } from './fixtures';
import { expectAccessible, expectSound, expectSoundEverywhere } from './sound';

/** The draft for the next meeting, as whoever came before has left it. */
async function openDraft(page: Page): Promise<void> {
  await page.goto('/meetings');
  const table = page.getByRole('table', { name: 'Meetings to come' });
  await table.getByRole('rowheader').first().getByRole('link').click();
  await page.getByRole('navigation', { name: 'For this meeting' }).getByText('Paper').click();
  await expect(page).toHaveTitle(/^Paper: Meeting of/);
}

test('an officer edits a paper, adds to it, moves, leaves out, and it is cleared', async ({
  as,
  javaScriptEnabled,
}, { project }) => {
  const page = await as('officer');
  const words = `Thanks to everybody, ${project.name}`;
  await openDraft(page);
  const address = page.url();
  const section = page.getByRole('region', { name: /^2\. WHAT ARE THE CRITICAL/ });

  await page.getByRole('link', { name: 'Edit 2.2' }).click();
  await page.getByLabel('Words', { exact: true }).fill('');
  await page.getByRole('button', { name: 'Save paragraph' }).click();
  await expect(page.getByText('Write the paragraph').first()).toBeVisible();
  await page
    .getByLabel('Words', { exact: true })
    .fill(`Much has **moved, ${project.name}**:\n\n- one\n- two <b>three</b>`);
  await page.getByRole('button', { name: 'Save paragraph' }).click();
  await expectDone(page, /^Paragraph saved of the paper/);
  await expect(section.locator('strong', { hasText: `moved, ${project.name}` })).toBeVisible();
  await expect(
    section.getByRole('listitem').filter({ hasText: '<b>three</b>' }).first(),
  ).toBeVisible();

  await page.getByRole('link', { name: 'Add a paragraph to section 2' }).click();
  await expect(page.getByRole('radio', { name: /2\. WHAT ARE/ })).toBeChecked();
  await page.getByLabel('Heading (optional)').fill('A word of thanks');
  await page.getByLabel('Words', { exact: true }).fill(words);
  await page.getByRole('button', { name: 'Add paragraph' }).click();
  await expectDone(page, /^Paragraph added to the paper/);
  await expect(page.getByText(words)).toBeVisible();

  const up = section.getByRole('button', { name: /^Move up/ }).last();
  const number = (await up.textContent())?.match(/2\.(\d+)$/)?.[1] ?? '';
  await up.click();
  await expectDone(page, /^Paragraph moved in the paper/);
  const mine = section.locator('[id^="paragraph-own"]', { hasText: words });
  await expect(mine.getByRole('link', { name: `Edit 2.${Number(number) - 1}` })).toBeVisible();

  await page.getByRole('button', { name: 'Leave out 2.3' }).click();
  await expectDone(page, /^Paragraph left out of the paper/);
  await expect(section.getByText('Left out', { exact: true }).first()).toBeVisible();
  await expectSound(page);
  if (javaScriptEnabled !== false) await expectAccessible(page);

  await page.getByRole('link', { name: 'Clear this draft' }).click();
  await page.getByLabel('Name').fill('Somebody senior');
  await page.getByLabel('Role').fill('Director');
  await page.getByRole('button', { name: 'Record that it is cleared' }).click();
  await expectDone(page, /^Draft cleared of the paper/);
  await expect(page.getByText('Somebody senior, Director').first()).toBeVisible();

  await page.getByRole('link', { name: 'History of this draft' }).click();
  await expect(page.getByRole('heading', { name: 'Left out 2.3' }).first()).toBeVisible();
  await expect(page.getByText(words).first()).toBeVisible();
  await expectSound(page);

  const reader = await as('member');
  await reader.goto(address.split('?')[0] ?? '');
  await expect(reader.getByText(/has not been issued yet\. It is due on/)).toBeVisible();
  await expect(reader.getByText(words)).toHaveCount(0);
});

test('a button that was pressed on an older draft does nothing, and says so', async ({ as }) => {
  const [page, other] = [await as('officer'), await as('officer')];
  await openDraft(page);
  await other.goto(page.url());
  await other.getByRole('button', { name: 'Move down 2.1' }).click();
  await expectDone(other, /^Paragraph moved in the paper/);
  await page.getByRole('button', { name: 'Move down 2.1' }).click();
  await expect(page.getByText(/Somebody else changed this draft/)).toBeVisible();
});

test('the pages of a draft are sound', async ({ as, javaScriptEnabled }) => {
  const page = await as('officer');
  await openDraft(page);
  const base = page.url();
  for (const path of [
    'front',
    'paragraphs/position',
    'paragraphs/new?section=3',
    'headlines',
    'headlines/a8',
    'clear',
    'history',
  ]) {
    const answer = await page.goto(`${base}/${path}`);
    expect(answer?.status(), path).toBe(200);
    await expectSoundEverywhere(page, javaScriptEnabled);
  }
});
