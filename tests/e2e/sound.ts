import type { Page } from '@playwright/test';
import axe from 'axe-core';
import { expect } from './fixtures';

/** One heading and a title. */
export async function expectSound(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
  await expect(page).toHaveTitle(/.+ – Board tracker$/);
}

async function expectNoOverflow(page: Page): Promise<void> {
  const { width, wanted } = await page.evaluate(() => ({
    width: document.documentElement.clientWidth,
    wanted: document.documentElement.scrollWidth,
  }));
  expect(wanted, `${page.url()} scrolls sideways`).toBeLessThanOrEqual(width);
}

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Looks for violations alone, in the page itself, which has no frames. */
const HOW = {
  resultTypes: ['violations'],
  runOnly: { type: 'tag', values: TAGS },
  // Style sheets of other sites would be fetched to read them: there are none.
  preload: false,
} as const satisfies axe.RunOptions;

/** Nothing that axe finds. The page keeps it for the next look: reading it in takes a while. */
export async function expectAccessible(page: Page): Promise<void> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  const { violations } = await page.evaluate(
    (how) => (window as unknown as { axe: typeof axe }).axe.run(how),
    HOW as axe.RunOptions,
  );
  const found = violations.map(({ id, help, nodes }) => ({
    id,
    help,
    at: nodes.slice(0, 3).map((node) => node.target.join(' ')),
  }));
  expect(found, page.url()).toEqual([]);
}

/**
 * A page as it is now: on a desk, and on a phone in the dark. Await its title first where a click
 * led to it: until then the page before it is looked at.
 */
export async function expectSoundEverywhere(
  page: Page,
  javaScriptEnabled: boolean | undefined,
): Promise<void> {
  await expectSound(page);
  // axe is a script of the page's own, so it needs scripts.
  const scripts = javaScriptEnabled !== false;
  if (scripts) await expectAccessible(page);
  await page.setViewportSize({ width: 320, height: 800 });
  await expectNoOverflow(page);
  // Without motion no colour is caught on its way from one to the other.
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
  if (scripts) await expectAccessible(page);
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: null });
  await page.setViewportSize({ width: 1280, height: 900 });
}
