import type { Page } from '@playwright/test';
import { addDays, formatDate, londonDay } from '@/lib/domain/dates';
import { expect, test } from './fixtures';
import { expectSoundEverywhere } from './sound';

/** The demo board is a year old: well inside it, and before it began. */
const today = londonDay(new Date());
const day = addDays(today, -150);
const words = formatDate(day);

const OURS = /^\/(recommendations|commitments|local-actions)?([/?#]|$)/;

/** Pages that hold a form which changes something. */
const FORMS =
  /\/(new|owner|update|no-change|link|file|response|position|role|edit|dates|links|readings|withdraw|restrict|release)(\?|$)/;

const hrefs = (page: Page) =>
  page.locator('main a').evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''));

/** Every link to a page that can show an earlier day, but the one back to the present. */
async function linksThatForget(page: Page): Promise<string[]> {
  const links = await page
    .locator('a[href^="/"]')
    .evaluateAll((all) =>
      all.map((link) => [link.getAttribute('href') ?? '', link.textContent ?? ''] as const),
    );
  expect(links.length).toBeGreaterThan(5);
  return links.flatMap(([href, text]) =>
    OURS.test(href) && !href.includes('as-at=') && text !== 'Back to today' ? [href] : [],
  );
}

for (const path of [
  '/',
  '/recommendations',
  '/local-actions',
  '/recommendations/r5',
  '/local-actions/a1',
  '/recommendations/r5/history',
]) {
  test(`${path} as at an earlier day is sound, and its links keep the day`, async ({
    as,
    javaScriptEnabled,
  }) => {
    const page = await as('officer');
    await page.goto(`${path}?as-at=${day}`);
    const main = page.getByRole('main');
    expect((await main.textContent())?.trim().startsWith(`As at ${words}`)).toBe(true);
    await expect(page).toHaveTitle(new RegExp(`^As at ${words}: `));
    expect(await linksThatForget(page)).toEqual([]);
    // No form that changes anything is offered.
    await expect(main.locator('form[method="post"], form:not([method])')).toHaveCount(0);
    expect((await hrefs(page)).filter((href) => FORMS.test(href))).toEqual([]);
    await expectSoundEverywhere(page, javaScriptEnabled);
    await page.getByRole('link', { name: 'Back to today' }).click();
    await expect(page).toHaveURL(new RegExp(`${path.replace('/', '\\/')}$`));
    await expect(page.getByText(`As at ${words}`)).toHaveCount(0);
  });
}

test('from a meeting to the register as it was then, filtered, and on to an item', async ({
  as,
}) => {
  const page = await as('viewer');
  await page.goto('/meetings');
  await page.getByRole('table', { name: 'Past meetings' }).getByRole('link').first().click();
  await page.getByRole('link', { name: 'The register as at this meeting' }).click();
  await expect(page.getByText(/^As at .*, the day of the meeting of/)).toBeVisible();
  await page.getByRole('link', { name: 'Local actions', exact: true }).last().click();
  await expect(page.getByRole('heading', { level: 1, name: 'Local actions' })).toBeVisible();
  await page.getByLabel('Search titles, texts, headlines, owners and leads').fill('naloxone');
  await page.getByRole('button', { name: 'Search' }).click();
  await expect(page).toHaveURL(/as-at=meeting%3A.*q=naloxone|q=naloxone.*as-at=meeting/);
  await expect(page.getByText(/^As at \d/).first()).toBeVisible();
  await page
    .getByRole('link', { name: 'Take-home naloxone from every pharmacy and hostel' })
    .click();
  await expect(page).toHaveURL(/\/local-actions\/a3\?as-at=meeting/);
  await expect(page.getByText(/^As at \d/).first()).toBeVisible();
});

test('another meeting or day can be chosen', async ({ as }) => {
  const page = await as('member');
  await page.goto('/local-actions?rag=green');
  await page.getByText('Show an earlier day').click();
  await page.getByLabel('As at a meeting').selectOption({ index: 1 });
  await page.getByRole('button', { name: 'Show the meeting' }).click();
  await expect(page.getByText(/^As at \d/).first()).toBeVisible();
  await expect(page).toHaveURL(/rag=green/);
  await page.getByText('Show another day').click();
  await page.getByLabel('As at the end of a day').fill(day);
  await page.getByRole('button', { name: 'Show the day' }).click();
  await expect(page.getByText(`As at ${words}`)).toBeVisible();
  await expect(page).toHaveURL(/rag=green/);
});

test('what cannot be shown says why', async ({ as, javaScriptEnabled }) => {
  const page = await as('viewer');
  const cases: ReadonlyArray<readonly [string, RegExp]> = [
    ['/?as-at=nonsense', /That is no date/],
    ['/local-actions?as-at=2031-02-30', /That is no date/],
    [`/recommendations?as-at=${addDays(today, 30)}`, /is still to come/],
    ['/recommendations/r5?as-at=2001-01-01', /The register begins on .*; there is nothing before/],
    ['/recommendations/r5/history?as-at=meeting:2001-01-01', /There is no such meeting/],
    // The last action of the demo board is a few weeks old.
    [`/local-actions/a26?as-at=${day}`, /A26 was not in the register yet on/],
  ];
  for (const [path, sentence] of cases) {
    await page.goto(path);
    await expect(page.getByText(sentence)).toBeVisible();
    await expect(page.getByRole('link', { name: 'Show it as it is today' })).toBeVisible();
  }
  await expectSoundEverywhere(page, javaScriptEnabled);
});

test('what is restricted now was never there for a viewer', async ({ as }) => {
  const page = await as('viewer');
  const answer = await page.goto(`/local-actions/a23?as-at=${addDays(today, -1)}`);
  expect(answer?.status()).toBe(404);
  await page.goto(`/local-actions?as-at=${addDays(today, -1)}`);
  await expect(page.getByText('A23', { exact: true })).toHaveCount(0);
});
