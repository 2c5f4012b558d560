import { defineConfig } from 'vitest/config';

// An odd time zone, so that a day worked out in local time shows itself.
process.env.TZ = 'Pacific/Chatham';

export default defineConfig({
  resolve: { alias: { '@': import.meta.dirname } },
  test: {
    pool: 'forks',
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['tests/unit/**/*.test.{ts,tsx}'],
          // Files are read and papers drawn in threads, beside everything else that runs.
          testTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'integration',
          include: ['tests/integration/**/*.test.ts'],
          globalSetup: 'tests/support/database-server.ts',
          // Every file has a database of its own and nothing else to share: loading Prisma anew
          // for each would take half of the time.
          isolate: false,
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'faults',
          include: ['tests/faults/**/*.test.ts'],
          globalSetup: 'tests/support/build.ts',
          testTimeout: 60_000,
          hookTimeout: 60_000,
          // They start servers and count seconds: one at a time.
          fileParallelism: false,
        },
      },
      {
        // The built app, asked over HTTP by whoever likes to.
        extends: true,
        test: {
          name: 'http',
          include: ['tests/http/**/*.test.ts'],
          globalSetup: 'tests/support/running-app.ts',
          testTimeout: 60_000,
          hookTimeout: 120_000,
          // They share one board.
          fileParallelism: false,
        },
      },
      {
        // Apps with a board or an environment of their own, which one test file starts and ends.
        extends: true,
        test: {
          name: 'apps',
          include: ['tests/apps/**/*.test.ts'],
          globalSetup: 'tests/support/demo-template.ts',
          testTimeout: 60_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
      {
        // Minutes each: builds made beside one another, failovers, stalled uploads. No part of
        // `npm test`, which has to end within half an hour.
        extends: true,
        test: {
          name: 'long',
          include: ['tests/long/**/*.test.ts'],
          globalSetup: 'tests/support/demo-template.ts',
          testTimeout: 60_000,
          hookTimeout: 120_000,
          // They start servers and count seconds: one at a time.
          fileParallelism: false,
        },
      },
      {
        // Needs packages of Debian's, and so is no part of `npm test`.
        extends: true,
        test: {
          name: 'system',
          include: ['tests/system/**/*.test.ts'],
          globalSetup: ['tests/support/database-server.ts', 'tests/support/demo-template.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
