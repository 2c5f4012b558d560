import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { findEmbedded } from '@/prisma/embedded';
import { removeFolder } from './data-folder';
import { copyDemoData, DEMO_PASSWORD, makeDemoData, sharedDemoData } from './demo-data';
import { freePort, runScript, stopAll } from './started';

declare module 'vitest' {
  interface ProvidedContext {
    app: { address: string; database: string; authSecret: string };
  }
}

/** What signs the cookies of the app that is tested over HTTP. */
const AUTH_SECRET = 'a secret of the tests that are made over http';

/** The built app with its demo board, started once for all tests that speak HTTP to it. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const shared = sharedDemoData();
  const folder = shared ? await copyDemoData(shared) : await makeDemoData();
  const port = await freePort();
  const data = path.join(folder, 'data');
  const started = runScript('scripts/start.ts', {
    PORT: String(port),
    DATA_DIR: data,
    DEMO_PASSWORD,
    AUTH_SECRET,
  });
  await started.ready();
  const address = `http://localhost:${port}`;
  const database = (await findEmbedded(data)) ?? '';
  project.provide('app', { address, database, authSecret: AUTH_SECRET });
  return async () => {
    await stopAll();
    await removeFolder(folder);
  };
}
