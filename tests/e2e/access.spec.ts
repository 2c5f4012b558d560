import { expect, PASSWORD, signIn, test } from './fixtures';
import { expectSoundEverywhere } from './sound';

test('signing in leads back to where one was going', async ({ page }) => {
  await page.goto('/commitments/c3.1?from=mail');
  await expect(page).toHaveURL(/\/sign-in\?to=/);
  await signIn(page, 'viewer');
  await expect(page).toHaveURL(/\/commitments\/c3\.1\?from=mail$/);
});

test('signing in on the way to a file leads to a page that hands it over', async ({
  page,
  javaScriptEnabled,
}) => {
  await page.goto('/recommendations.csv?rag=red');
  await expect(page).toHaveTitle(/^Sign in/);
  await signIn(page, 'viewer');
  await expect(page.getByRole('heading', { level: 1, name: 'Your file' })).toBeVisible();
  await expectSoundEverywhere(page, javaScriptEnabled);
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Download recommendations.csv' }).click(),
  ]);
  expect(file.suggestedFilename()).toMatch(/\.csv$/);
});

test('a wrong password says so, keeps the address, and gives the password back to nobody', async ({
  page,
}) => {
  await page.goto('/sign-in');
  await page.getByLabel('Email address').fill('viewer@board.example');
  await page.getByLabel('Password').fill('not the password');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'There is a problem' })).toBeVisible();
  await expect(page.getByLabel('Email address')).toHaveValue('viewer@board.example');
  await expect(page.getByLabel('Password')).toHaveValue('');
});

test('sign-in leads nowhere outside the app', async ({ page, baseURL }) => {
  await page.goto('/sign-in?to=//elsewhere.example/');
  await signIn(page, 'viewer');
  expect(new URL(page.url()).origin).toBe(baseURL);
});

test('after signing out the old cookie opens nothing', async ({ page, request, baseURL }) => {
  await page.goto('/sign-in');
  await signIn(page, 'viewer');
  const cookie = (await page.context().cookies())
    .map(({ name, value }) => `${name}=${value}`)
    .join('; ');
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page).toHaveURL(/\/sign-in/);
  const answer = await request.get(`${baseURL}/recommendations`, {
    headers: { cookie },
    maxRedirects: 0,
  });
  expect(answer.status()).toBeGreaterThanOrEqual(300);
  expect(answer.status()).toBeLessThan(400);
});

test('a viewer who opens a form by its address is told why there is none', async ({ as }) => {
  const page = await as('viewer');
  await page.goto('/recommendations/r11/update');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Post update' })).toHaveCount(0);
  await expect(page.getByText(/your role does not/i)).toBeVisible();
});

test('an unknown reference gets a page that helps', async ({ as }) => {
  const page = await as('viewer');
  const answer = await page.goto('/recommendations/r99');
  expect(answer?.status()).toBe(404);
  const main = page.getByRole('main');
  for (const name of ['Recommendations', 'Commitments', 'Local actions']) {
    await expect(main.getByRole('link', { name: new RegExp(name) }).first()).toBeVisible();
  }
});

test('what is restricted does not exist for a viewer', async ({ as }) => {
  const officer = await as('officer');
  await officer.goto('/local-actions');
  const row = officer.getByRole('row').filter({ hasText: 'Restricted' }).first();
  const href = await row.getByRole('link').first().getAttribute('href');
  expect(href).toMatch(/^\/local-actions\/a\d+$/);
  const viewer = await as('viewer');
  expect((await viewer.goto(href ?? ''))?.status()).toBe(404);
  await viewer.goto('/local-actions');
  await expect(viewer.locator(`a[href="${href}"]`)).toHaveCount(0);
});

test('nobody gets a page or a file without a session', async ({ request }) => {
  for (const path of ['/', '/people', '/local-actions', '/evidence/x/file', '/account']) {
    const answer = await request.get(path, { maxRedirects: 0 });
    expect(answer.status(), path).toBe(303);
    expect(answer.headers().location, path).toContain('/sign-in');
  }
  for (const path of [
    '/sign-in',
    '/accessibility',
    '/about/permissions',
    '/api/health/live',
    '/api/health/ready',
  ]) {
    expect((await request.get(path, { maxRedirects: 0 })).status(), path).toBe(200);
  }
});

test('pages carry their headers, and no password', async ({ as }) => {
  const page = await as('member');
  const answer = await page.goto('/recommendations');
  const headers = answer?.headers() ?? {};
  expect(headers['content-security-policy']).toMatch(/script-src [^;]*'nonce-/);
  expect(headers['content-security-policy']).not.toMatch(/script-src [^;]*'unsafe-inline'/);
  expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
  expect(headers['x-content-type-options']).toBe('nosniff');
  expect(await answer?.text()).not.toContain(PASSWORD);
});
