import { type BrowserContext, test as base, expect, type Page } from '@playwright/test';
import type { Role } from '@/lib/domain/permissions';

export { expect };
export const PASSWORD = 'only for the tests 27';

const ACCOUNTS: Record<Role, string> = {
  viewer: 'viewer@board.example',
  member: 'member@board.example',
  commissioner: 'commissioner@board.example',
  officer: 'officer@board.example',
  administrator: 'admin@board.example',
};

/** Fills the sign-in form on the page and sends it. */
export async function signIn(page: Page, role: Role): Promise<void> {
  await page.getByLabel('Email address').fill(ACCOUNTS[role]);
  await page.getByLabel('Password').fill(PASSWORD);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('button', { name: 'Sign out' })).toBeAttached();
}

interface Fixtures {
  /** A page of somebody with that role, signed in through the form. */
  as(role: Role): Promise<Page>;
  watch(page: Page): Page;
}
type Cookies = Awaited<ReturnType<BrowserContext['cookies']>>;

/** Every page is watched: an error in the console, or an uncaught one, fails the test. */
export const test = base.extend<Fixtures, { cookies: Map<Role, Cookies> }>({
  cookies: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the pattern
    async ({}, use) => use(new Map()),
    { scope: 'worker' },
  ],
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the pattern
  watch: async ({}, use) => {
    const errors: string[] = [];
    await use((page) => {
      page.on('console', (message) => {
        // The browser's own line about a status such as 404 or 413 is what those tests ask for.
        if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) {
          errors.push(`${page.url()}: ${message.text()}`);
        }
      });
      page.on('pageerror', (error) => errors.push(`${page.url()}: ${error.message}`));
      return page;
    });
    expect(errors, 'errors in the browser').toEqual([]);
  },
  page: async ({ page, watch }, use) => use(watch(page)),
  as: async ({ browser, contextOptions, cookies, watch, baseURL, javaScriptEnabled }, use) => {
    const opened: BrowserContext[] = [];
    await use(async (role) => {
      const context = await browser.newContext({ ...contextOptions, baseURL, javaScriptEnabled });
      opened.push(context);
      const page = watch(await context.newPage());
      const known = cookies.get(role);
      if (known) {
        await context.addCookies(known);
      } else {
        await page.goto('/sign-in');
        await signIn(page, role);
        cookies.set(role, await context.cookies());
      }
      return page;
    });
    for (const context of opened) await context.close();
  },
});
