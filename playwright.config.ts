import { chmodSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from '@playwright/test';
import { findBrowser } from './tests/support/browser';

const port = Number(process.env.E2E_PORT ?? 3979);
/** A folder others may enter: an embedded PostgreSQL that root starts runs as another user. */
function dataFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'board-e2e-'));
  chmodSync(folder, 0o755);
  return folder;
}

// The configuration is read again by each worker: all of them use the first one's folder.
process.env.E2E_DATA ??= dataFolder();

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
    baseURL: `http://localhost:${port}`,
    launchOptions: await findBrowser(),
    locale: 'en-GB',
    timezoneId: 'Pacific/Chatham',
    colorScheme: 'light',
    trace: 'off',
  },
  // Journeys change the board, so they take turns; pages are only looked at, beside them.
  projects: [
    { name: 'javascript', testIgnore: PAGES, workers: 1 },
    { name: 'pages', testMatch: PAGES, workers: 1 },
    {
      name: 'no javascript',
      // Progress and limits of uploads are what scripts are for.
      testIgnore: [PAGES, /evidence\.spec\.ts/],
      workers: 1,
      dependencies: ['javascript'],
      use: { javaScriptEnabled: false },
    },
    {
      name: 'pages, no javascript',
      testMatch: PAGES,
      workers: 1,
      dependencies: ['pages'],
      use: { javaScriptEnabled: false },
    },
  ],
  webServer: {
    command: 'npx tsx scripts/start.ts',
    url: `http://localhost:${port}/api/health/ready`,
    timeout: 300_000,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 20_000 },
    env: {
      PORT: String(port),
      DATA_DIR: join(process.env.E2E_DATA, 'data'),
      DEMO: 'true',
      DEMO_PASSWORD: 'only for the tests 27',
      TZ: 'Pacific/Chatham',
    },
  },
});
