/**
 * Draws docs/screenshots: dashboard, a register, an item and a form, each wide, at 320px and dark.
 * Wants a running demo board: APP_URL (http://localhost:3000) and DEMO_PASSWORD.
 */
import { mkdirSync } from 'node:fs';
import { chromium, type Page } from 'playwright-core';
import { findBrowser } from '@/tests/support/browser';

const base = process.env.APP_URL ?? 'http://localhost:3000';
const password = process.env.DEMO_PASSWORD;
if (!password) {
  console.error('DEMO_PASSWORD must be that of the running demo board, as its start printed it.');
  process.exit(1);
}

const PAGES = {
  dashboard: '/',
  register: '/local-actions?sort=rag',
  recommendation: '/recommendations/r5',
  'local-action': '/local-actions/a1',
  form: '/recommendations/r11/update',
};
const LOOKS = {
  wide: { viewport: { width: 1280, height: 900 }, colorScheme: 'light' },
  narrow: { viewport: { width: 320, height: 800 }, colorScheme: 'light' },
  dark: { viewport: { width: 1280, height: 900 }, colorScheme: 'dark' },
} as const;

async function signIn(page: Page, password: string): Promise<void> {
  await page.goto(`${base}/sign-in`);
  await page.getByLabel('Email address').fill('member@board.example');
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('heading', { name: 'Dashboard' }).waitFor();
}

mkdirSync('docs/screenshots', { recursive: true });
const browser = await chromium.launch(await findBrowser());
for (const [look, options] of Object.entries(LOOKS)) {
  const context = await browser.newContext({ ...options, locale: 'en-GB' });
  const page = await context.newPage();
  await signIn(page, password);
  for (const [name, path] of Object.entries(PAGES)) {
    await page.goto(base + path);
    // The top of a long page says how it looks; all of it would be metres of picture.
    await page.screenshot({ path: `docs/screenshots/${name}-${look}.png`, animations: 'disabled' });
    console.log(`docs/screenshots/${name}-${look}.png`);
  }
  await context.close();
}
await browser.close();
