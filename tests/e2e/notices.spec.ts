import { expectDone } from './done';
import { expect, test } from './fixtures';

const MAIN_FIRST = 'main > div > div > :first-child';

/** A recommendation of each project's own: they share nothing, and neither do other files. */
const OF: Record<string, string> = { javascript: 'r15', 'no javascript': 'r16' };

test('what was done is said first of all, to whoever did it, and not again', async ({
  as,
  javaScriptEnabled,
}, { project }) => {
  const scripts = javaScriptEnabled !== false;
  const reference = OF[project.name] ?? 'r17';
  const member = await as('member');
  await member.goto(`/recommendations/${reference}/update`);
  await member.getByRole('radio', { name: /^Green/ }).check();
  await member.getByLabel('Headline').fill('Sent by the keyboard');
  await member.getByLabel('What has happened since the last update').fill('Words.');
  await member.getByRole('button', { name: 'Post update' }).focus();
  const answered = member.waitForResponse((one) => one.request().method() === 'POST');
  await member.keyboard.press('Enter');
  const title = `${reference.toUpperCase()} is now Green. Status update posted`;
  await expectDone(member, title);
  const headers = await (await answered).allHeaders();
  const address = (headers['x-action-redirect'] ?? headers.location ?? '').replace(/;\w+$/, '');
  expect(address).toContain('?done=');
  await expect(member.locator(MAIN_FIRST).first()).toContainText(title);

  // The address is as it was before, where there is a script to tidy it.
  if (scripts) await expect(member).toHaveURL(new RegExp(`/recommendations/${reference}$`));
  // The next Tab is the step that people usually take.
  await member.keyboard.press('Tab');
  await expect(member.getByRole('link', { name: /^Add evidence to/ })).toBeFocused();

  const officer = await as('officer');
  await officer.goto(address);
  await expect(officer.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(officer.getByText(title)).toHaveCount(0);

  if (scripts) {
    await member.reload();
    await expect(member.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(member.getByText(title)).toHaveCount(0);
  }
  // Something else is recorded: the old address would say what is true no more.
  await officer.goto(`/recommendations/${reference}/update`);
  await officer.getByRole('radio', { name: /^Green/ }).check();
  await officer.getByLabel('Headline').fill('Since then');
  await officer.getByLabel('What has happened since the last update').fill('More words.');
  await officer.getByRole('button', { name: 'Post update' }).click();
  await expectDone(officer, title);
  await member.goto(address);
  await expect(member.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(member.getByText(title)).toHaveCount(0);
});

test('back to a page does not say again what was done there', async ({ as, javaScriptEnabled }, {
  project,
}) => {
  const reference = project.name === 'javascript' ? 'R18' : 'R20';
  const member = await as('member');
  await member.goto(`/recommendations/${reference.toLowerCase()}/ask`);
  await member.getByLabel('Your question').fill('Who is asked?');
  await member.getByRole('button', { name: 'Ask this question' }).click();
  await expectDone(member, new RegExp(`^Question about ${reference} asked for the meeting of `));
  await member.getByRole('link', { name: 'See all questions' }).click();
  await expect(member).toHaveTitle(/^Questions/);
  await member.goBack();
  await expect(member.getByRole('heading', { level: 1 })).toContainText(/\w/);
  await expect(member).toHaveURL(new RegExp(`/recommendations/${reference}`, 'i'));
  // Without scripts the page is asked for anew, and what it says still holds.
  const again = javaScriptEnabled === false ? 1 : 0;
  await expect(member.getByText(`Question about ${reference} asked for`)).toHaveCount(again);
});

test('a person added on the way is said to be there, above the form that waits for them', async ({
  as,
}, { project }) => {
  const member = await as('member');
  const name = `Robin ${project.name}`;
  await member.goto('/recommendations/r19/owner');
  await member.getByRole('link', { name: /^Add a person/ }).click();
  await member.getByLabel('Name').fill(name);
  await member.getByLabel('Position').fill('Nurse');
  await member.getByLabel('Organisation', { exact: true }).selectOption({ index: 1 });
  await member.getByRole('button', { name: 'Add person' }).click();
  await expectDone(member, `${name} (Nurse) added`);
  await member.getByRole('button', { name: 'Assign owner' }).click();
  await expectDone(member, `Owner of R19 is now ${name}, Nurse`);
});
