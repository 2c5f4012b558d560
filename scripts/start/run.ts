import { OperatorError } from '@/lib/domain/operator-error';
import type { Settings } from '@/lib/server/env';
import { holdDataFolder } from '@/prisma/embedded';
import { announce } from './announce';
import type { Closing } from './closing';
import { prepareDatabase } from './database';
import { keepUp } from './keep-up';
import { checkPort, startApp, untilLive, untilReady } from './serve';
import { takeBuild } from './take-build';

/**
 * Brings everything up, then waits for ever.
 * @throws OperatorError when a step fails, or the database ends by itself
 */
export async function run(settings: Settings, dev: boolean, closing: Closing): Promise<never> {
  if (settings.databaseUrl === undefined) {
    await closing.open(
      () => holdDataFolder(settings.dataDir),
      (lock) => lock.release(),
    );
  }
  await checkPort(settings);
  // Neither waits for the other, and the first start is long enough.
  const [database, server] = await Promise.all([
    prepareDatabase(settings, closing),
    dev ? undefined : takeBuild(closing),
  ]);
  const { environment } = database;
  const open = () =>
    closing.open(
      async () => startApp(environment, server),
      (child) => closing.stop(child, environment.stopSeconds),
    );
  const app = await open();
  const ends = app.exited.then((how) => fail(`The app ended before it was ready (${how}).`));
  await Promise.race([untilReady(environment), database.gone, ends]);
  announce(environment, database.accounts);
  const isStopping = () => closing.hasBegun();
  const kept = keepUp(app, isStopping, open, (going) => untilLive(environment, going));
  return Promise.race([database.gone, kept]);
}

function fail(sentence: string): never {
  throw new OperatorError(sentence);
}
