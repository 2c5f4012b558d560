import path from 'node:path';
import { UNHURRIED } from '@/lib/data/connections';
import { connectDatabase, readClock } from '@/lib/data/database';
import { OperatorError } from '@/lib/domain/operator-error';
import { completeSettings, type Environment, type Settings } from '@/lib/server/env';
import { type EmbeddedDatabase, openEmbedded } from '@/prisma/embedded';
import { migrate } from '@/prisma/migrate';
import { readMigrations } from '@/prisma/migrations-folder';
import { keepSecrets, makeDataFolder } from '@/prisma/secrets';
import { checkServer } from '@/prisma/server-check';
import { seed } from '@/seed/seed';
import type { Closing } from './closing';

/** A database with everything in it, and the environment of an app that uses it. */
export interface Prepared {
  environment: Environment;
  /** Whom a demo board lets in. */
  accounts: ReadonlyArray<{ email: string; name: string; role: string }>;
  /** Rejects when an embedded database ends before it is asked to. */
  gone: Promise<never>;
}

/**
 * Starts or finds the database, brings it up to this code, and seeds it.
 * @throws OperatorError when any of that fails
 */
export async function prepareDatabase(settings: Settings, closing: Closing): Promise<Prepared> {
  const embedded = settings.databaseUrl === undefined ? await start(settings, closing) : undefined;
  const environment = await complete(settings, embedded);
  if (!embedded) await checkServer(environment.databaseUrl);
  const gone = new Promise<never>((_, reject) => {
    embedded?.exited.then((how) => reject(ended(how, settings.dataDir)));
  });
  // It also ends when asked to, with nobody listening any more.
  gone.catch(() => {});
  const applied = await migrate(environment.databaseUrl);
  if (applied.length > 0) console.log(`Applied the migrations ${applied.join(', ')}.`);
  return { environment, accounts: await plant(environment), gone };
}

async function start(settings: Settings, closing: Closing): Promise<EmbeddedDatabase> {
  console.log(`Starting PostgreSQL in ${settings.dataDir} …`);
  return closing.open(
    () => openEmbedded(settings.dataDir),
    (database) => database.stop(),
  );
}

async function complete(
  settings: Settings,
  embedded: EmbeddedDatabase | undefined,
): Promise<Environment> {
  const environment = completeSettings(
    settings,
    embedded && {
      databaseUrl: embedded.url,
      authSecret: (await keepSecrets(settings.dataDir)).authSecret,
    },
  );
  const schemaVersion = (await readMigrations()).at(-1)?.name;
  if (!settings.demo || settings.demoPassword) return { ...environment, schemaVersion };
  await makeDataFolder(settings.dataDir);
  const { demoPassword } = await keepSecrets(settings.dataDir);
  return { ...environment, schemaVersion, demoPassword };
}

async function plant(environment: Environment): Promise<Prepared['accounts']> {
  // One transaction does all of it.
  const db = connectDatabase(environment.databaseUrl, 1, UNHURRIED);
  try {
    const { demo, demoPassword } = environment;
    const now = await readClock(db);
    const planted = await seed({ db, now, demo, demoPassword });
    return planted.demoAccounts;
  } finally {
    await db.$disconnect();
  }
}

function ended(how: string, dataDir: string): OperatorError {
  return new OperatorError(
    `PostgreSQL ended by itself (${how}); its log is ${path.join(dataDir, 'postgres.log')}. ` +
      'Start again: nothing saved is lost.',
  );
}
