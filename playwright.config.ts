import { delimiter, join } from 'node:path';
import { defineConfig } from '@playwright/test';
import { findBrowser } from './tests/support/browser';
import { dataFolder } from './tests/support/data-folder';
import { copyDemoData, DEMO_PASSWORD, sharedDemoData } from './tests/support/demo-data';

// The configuration is read again by each worker: all of them use the first one's folders.
if (!process.env.E2E_DATA) {
  const demo = sharedDemoData();
  // Without one each start makes its own: this file is read by other tools too, and makes nothing.
  const folder = demo ? () => copyDemoData(demo) : dataFolder;
  const folders = await Promise.all([folder(), folder()]);
  process.env.E2E_DATA = folders.join(delimiter);
}

// Journeys change a board: those without scripts have one of their own, so that neither waits.
const [board, boardWithoutScripts] = [3979, 3980].map((port, index) => ({
  address: `http://localhost:${port}`,
  port,
  dataDir: join(process.env.E2E_DATA?.split(delimiter)[index] ?? '', 'data'),
})) as [Board, Board];

interface Board {
  address: string;
  port: number;
  dataDir: string;
}

const server = ({ address, port, dataDir }: Board) => ({
  command: 'npx tsx scripts/start.ts',
  url: `${address}/api/health/ready`,
  timeout: 300_000,
  gracefulShutdown: { signal: 'SIGTERM' as const, timeout: 20_000 },
  env: {
    PORT: String(port),
    DATA_DIR: dataDir,
    DEMO: 'true',
    DEMO_PASSWORD,
    TZ: 'Pacific/Chatham',
  },
});

const PAGES = /pages\.spec\.ts/;

export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results',
  fullyParallel: false,
  workers: 2,
  retries: 0,
  forbidOnly: true,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: process.env.E2E_REPORT
    ? [['line'], ['json', { outputFile: process.env.E2E_REPORT }]]
    : 'line',
  use: {
    baseURL: board.address,
    launchOptions: await findBrowser(),
    locale: 'en-GB',
    timezoneId: 'Pacific/Chatham',
    colorScheme: 'light',
    trace: 'off',
  },
  // Journeys of a board take turns; pages are only looked at, beside them.
  projects: [
    { name: 'javascript', testIgnore: PAGES, workers: 1, metadata: board },
    { name: 'pages', testMatch: PAGES, workers: 1 },
    {
      name: 'pages, no javascript',
      testMatch: PAGES,
      workers: 1,
      use: { javaScriptEnabled: false },
    },
    {
      name: 'no javascript',
      // Progress of uploads, a second try, words kept in the tab: these are what scripts are for.
      testIgnore: [PAGES, /(evidence|unsent|unsaved)\.spec\.ts/],
      workers: 1,
      metadata: boardWithoutScripts,
      use: { javaScriptEnabled: false, baseURL: boardWithoutScripts.address },
    },
  ],
  webServer: [board, boardWithoutScripts].map(server),
});
