import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { ensureBuild } from '@/scripts/start/take-build';
import { dataFolder } from './data-folder';
import { freePort, runScript } from './started';

/** Of the demo accounts of every app that tests start. */
export const DEMO_PASSWORD = 'only for the tests 27';

/**
 * A data folder with the demo board, for apps to begin with a copy of: seeding is most of a start.
 * `npm test` makes one for all its runners; a runner by itself makes its own.
 */
export async function makeDemoData(): Promise<string> {
  await ensureBuild();
  const folder = await dataFolder();
  const started = runScript('scripts/start.ts', {
    PORT: String(await freePort()),
    DATA_DIR: path.join(folder, 'data'),
    DEMO_PASSWORD,
    // Odd, so that a day worked out in local time shows itself.
    TZ: 'Pacific/Chatham',
  });
  await started.ready();
  started.signal('SIGTERM');
  if ((await started.ended) !== 0) throw new Error(started.errors());
  return folder;
}

/** The one that was made for all runners, where there is one. */
export function sharedDemoData(): string | undefined {
  return process.env.TEST_DEMO_DATA;
}

/** @returns the folder of a copy, to be removed; the data folder is `data` in it */
export async function copyDemoData(demo: string): Promise<string> {
  const folder = await dataFolder();
  // With its owner: started as root, PostgreSQL runs as somebody else.
  await promisify(execFile)('cp', ['-a', path.join(demo, 'data'), folder]);
  return folder;
}
