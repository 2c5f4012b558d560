import { OperatorError } from '@/lib/domain/operator-error';
import type { Settings } from '@/lib/server/env';
import { holdDataFolder } from '@/prisma/embedded';
import { announce } from './announce';
import { finishBuild, neededBuild, startBuild } from './build';
import type { Closing } from './closing';
import { prepareDatabase } from './database';
import { checkPort, startApp, untilReady } from './serve';

/**
 * Brings everything up, then waits for ever.
 * @throws OperatorError when a step fails, or the app or the database ends by itself
 */
export async function run(settings: Settings, dev: boolean, closing: Closing): Promise<never> {
  if (settings.databaseUrl === undefined) {
    await closing.open(
      () => holdDataFolder(settings.dataDir),
      (lock) => lock.release(),
    );
  }
  await checkPort(settings.port);
  // Neither waits for the other, and the first start is long enough.
  const [database] = await Promise.all([
    prepareDatabase(settings, closing),
    dev ? undefined : build(closing),
  ]);
  const { environment } = database;
  const app = await closing.open(
    async () => startApp(environment, dev),
    (child) => child.stop(),
  );
  const ends = Promise.race([
    database.gone,
    app.exited.then((how) => fail(`The app ended by itself (${how}). Nothing saved is lost.`)),
  ]);
  await Promise.race([untilReady(environment.port), ends]);
  announce(environment, database.accounts);
  return ends;
}

async function build(closing: Closing): Promise<void> {
  const needed = await neededBuild();
  if (!needed) return;
  console.log('Building the app, once for this code: about a minute …');
  const child = await closing.open(
    async () => startBuild(),
    (building) => building.stop(),
  );
  await finishBuild(child, needed.hash);
  console.log('Built the app.');
}

function fail(sentence: string): never {
  throw new OperatorError(sentence);
}
