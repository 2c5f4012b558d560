import { expectDone } from './done';
import { expect, test } from './fixtures';
import { expectSoundEverywhere } from './sound';

test('a member asks, the owner answers, and the dashboard says what waits', async ({
  as,
  javaScriptEnabled,
}, { project }) => {
  const words = `What does it cost, ${project.name}?`;
  const member = await as('member');
  await member.goto('/local-actions/a1');
  await member.getByRole('link', { name: 'Ask a question' }).click();
  await member.getByRole('button', { name: 'Ask this question' }).click();
  await expect(member.getByText('Enter your question')).toHaveCount(2);
  await member.getByLabel('Your question').fill(words);
  await member.getByRole('button', { name: 'Ask this question' }).click();
  await expectDone(member, /^Question about A1 asked for the meeting of /);
  await expect(member.getByText(words)).toBeVisible();

  const owner = await as('commissioner');
  await owner.goto('/');
  await owner.getByRole('link', { name: /^Questions waiting for you: \d+$/ }).click();
  await expect(owner).toHaveTitle(/^Questions/);
  await expectSoundEverywhere(owner, javaScriptEnabled);
  const entry = owner.getByRole('article').filter({ hasText: words });
  await entry.getByRole('link', { name: /^Write the answer/ }).click();
  await owner.getByLabel('Your answer').fill('Nothing more than was planned.');
  await owner.getByRole('button', { name: 'Save the answer' }).click();
  await expectDone(owner, 'Question about A1 answered');
  await owner.goto('/questions?mine=answer');
  await expect(owner.getByText(words)).toHaveCount(0);
  await member.goto('/questions?state=answered');
  await expect(
    member.getByRole('article').filter({ hasText: words }).getByText('Nothing more than'),
  ).toBeVisible();
});

test('what is in for a meeting is listed by owner, with the form where one may post', async ({
  as,
  javaScriptEnabled,
}) => {
  const page = await as('officer');
  await page.goto('/');
  await page.getByRole('link', { name: 'Updates for the next meeting' }).click();
  await expect(page.getByText(/^\d+ of \d+ in; waiting for /)).toBeVisible();
  await expect(page).toHaveTitle(/^Updates: /);
  await expectSoundEverywhere(page, javaScriptEnabled);
  await page.getByRole('link', { name: 'Post an update' }).first().click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('status update');
});

test('a year of meetings is proposed, and all recommendations are set on one page', async ({ as }, {
  project,
}) => {
  const year = project.name === 'javascript' ? '2033' : '2034';
  const page = await as('officer');
  await page.goto('/start');
  await page.getByRole('link', { name: 'Set a year of meetings' }).click();
  const first = page.getByRole('group', { name: 'Date of the first meeting' });
  await first.getByLabel('Day').fill('19');
  await first.getByLabel('Month').fill('4');
  await first.getByLabel('Year').fill(year);
  await page.getByLabel('Starts at').fill('2pm');
  await page.getByLabel('Venue').fill('County Hall');
  await page.getByRole('button', { name: 'Propose the dates' }).click();
  await expect(page.getByText(`19 April ${year}`)).toBeVisible();
  const fourth = page.getByRole('group', { name: 'Meeting 4' });
  for (const box of ['Day', 'Month', 'Year']) await fourth.getByLabel(box).fill('');
  await page.getByRole('button', { name: 'Add these meetings' }).click();
  await expectDone(page, /^\d meetings added$/);
  await page.goto(`/meetings/${year}-04-19`);
  await expect(page.getByText('County Hall').first()).toBeVisible();

  // Somebody opens the page of all recommendations, and an officer is quicker.
  const slower = await as('member');
  await slower.goto('/start/recommendations');
  await page.goto('/start/recommendations');
  const owner = (of: typeof page, reference: string) =>
    of.getByLabel(`Owner of ${reference}`, { exact: true });
  const others = async (of: typeof page, reference: string) => {
    const select = owner(of, reference);
    const before = await select.inputValue();
    const options = await select
      .locator('option')
      .evaluateAll((all) => all.map((option) => (option as HTMLOptionElement).value));
    return options.filter((value) => value !== '' && value !== before);
  };
  const [chosen = ''] = await others(page, 'R30');
  const [quicker = ''] = await others(page, 'R28');
  await owner(page, 'R28').selectOption(quicker);
  await owner(page, 'R30').selectOption(chosen);
  await page.getByRole('button', { name: 'Save what I changed' }).click();
  await expectDone(page, '2 recommendations saved');

  const last = (await others(slower, 'R28')).at(-1) ?? '';
  await owner(slower, 'R28').selectOption(last);
  await slower.getByRole('button', { name: 'Save what I changed' }).click();
  await expect(slower.getByText('R28: Assigned an owner')).toBeVisible();
  await expect(owner(slower, 'R28')).toHaveValue(last);
  await slower.getByRole('button', { name: 'Save what I changed' }).click();
  await expectDone(slower, /^Owner of R28 is now /);
  await page.goto('/start/recommendations');
  await expect(owner(page, 'R28')).toHaveValue(last);
  // What the slower one had not touched stays as the quicker one saved it.
  await expect(owner(page, 'R30')).toHaveValue(chosen);
});
