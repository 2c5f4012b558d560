import { OperatorError } from '@/lib/domain/operator-error';
import type { Settings } from '@/lib/server/env';
import { holdDataFolder } from '@/prisma/embedded';
import { announce } from './announce';
import type { Closing } from './closing';
import { prepareDatabase } from './database';
import { checkPort, startApp, untilReady } from './serve';
import { takeBuild } from './take-build';

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
  const [database, server] = await Promise.all([
    prepareDatabase(settings, closing),
    dev ? undefined : takeBuild(closing),
  ]);
  const { environment } = database;
  const app = await closing.open(
    async () => startApp(environment, server),
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

function fail(sentence: string): never {
  throw new OperatorError(sentence);
}
