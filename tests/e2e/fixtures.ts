import {
  type BrowserContext,
  test as base,
  type ConsoleMessage,
  expect,
  type Page,
} from '@playwright/test';
import type { Role } from '@/lib/domain/permissions';
import { PROOF_MINUTES } from '@/lib/domain/proof';

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
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('button', { name: 'Sign out' })).toBeAttached();
}

/** Answers what a page asks that is left with something unsaved in it: scripts do that. */
export async function leave(page: Page): Promise<void> {
  const asked = page.getByRole('dialog', { name: 'Leave without saving?' });
  await asked.getByRole('button', { name: 'Leave' }).click();
}

interface Fixtures {
  /** A page of somebody with that role, signed in through the form. */
  as(role: Role): Promise<Page>;
  /** The same, in a tab that is kept from test to test: for those that only look. */
  look(role: Role): Promise<Page>;
  watch(page: Page): Page;
}
interface WorkerFixtures {
  cookies: Map<Role, { held: Cookies; since: number }>;
  kept: Map<Role, Page>;
}
/** A sign-in is a proof for a while: one that is older than half of it is made anew. */
const SOON = (PROOF_MINUTES / 2) * 60_000;
type Cookies = Awaited<ReturnType<BrowserContext['cookies']>>;

/** Every page is watched: an error in the console, or an uncaught one, fails the test. */
export const test = base.extend<Fixtures & { open: Fixtures['as'] }, WorkerFixtures>({
  cookies: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the pattern
    async ({}, use) => use(new Map()),
    { scope: 'worker' },
  ],
  kept: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the pattern
    async ({}, use) => {
      const kept = new Map<Role, Page>();
      await use(kept);
      for (const page of kept.values()) await page.context().close();
    },
    { scope: 'worker' },
  ],
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the pattern
  watch: async ({}, use) => {
    const errors: string[] = [];
    const watched: Page[] = [];
    const said = (message: ConsoleMessage) => {
      // The browser's own line about a status such as 404 or 413 is what those tests ask for.
      if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) {
        errors.push(`${message.page()?.url()}: ${message.text()}`);
      }
    };
    const thrown = (error: Error) => errors.push(error.message);
    await use((page) => {
      watched.push(page);
      return page.on('console', said).on('pageerror', thrown);
    });
    for (const page of watched) page.off('console', said).off('pageerror', thrown);
    expect(errors, 'errors in the browser').toEqual([]);
  },
  page: async ({ page, watch }, use) => use(watch(page)),
  open: async ({ browser, contextOptions, cookies, watch, baseURL, javaScriptEnabled }, use) => {
    await use(async (role) => {
      const context = await browser.newContext({ ...contextOptions, baseURL, javaScriptEnabled });
      const page = watch(await context.newPage());
      const known = cookies.get(role);
      if (known && Date.now() - known.since < SOON) {
        await context.addCookies(known.held);
      } else {
        await page.goto('/sign-in');
        await signIn(page, role);
        cookies.set(role, { held: await context.cookies(), since: Date.now() });
      }
      return page;
    });
  },
  as: async ({ open }, use) => {
    const opened: Page[] = [];
    await use(async (role) => {
      const page = await open(role);
      opened.push(page);
      return page;
    });
    for (const page of opened) await page.context().close();
  },
  look: async ({ open, kept, watch }, use) => {
    await use(async (role) => {
      const known = kept.get(role);
      if (known) return watch(known);
      const page = await open(role);
      kept.set(role, page);
      return page;
    });
  },
});
