import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';

export interface Launch {
  executablePath: string;
  args: string[];
}

const INSTALLED = [
  // Without what draws windows: the quickest.
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

// Root has no sandbox to drop into; the rest keeps Chromium from calling home.
const ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * A Chromium to test with: the installed one, else Playwright's own, else (Linux) the one that
 * the package @sparticuz/chromium carries, so that nothing need be installed by hand.
 */
export async function findBrowser(): Promise<Launch> {
  const installed = [process.env.CHROMIUM_PATH ?? '', ...INSTALLED, chromium.executablePath()].find(
    (path) => path && existsSync(path),
  );
  if (installed) return { executablePath: installed, args: ARGS };
  const carried = (await import('@sparticuz/chromium')).default;
  return { executablePath: await carried.executablePath(), args: carried.args };
}
