import type { Settings } from '@/lib/server/env';
import { findEmbedded, holdDataFolder, lockDataFolder, openEmbedded } from '@/prisma/embedded';
import { checkServer } from '@/prisma/server-check';

/**
 * Runs a task on the app's database: the one DATABASE_URL names, the embedded one of a running
 * app, or the embedded one of a stopped app, started for the moment.
 * @throws OperatorError when there is no reaching it
 */
export async function withDatabase<T>(
  settings: Settings,
  task: (databaseUrl: string) => Promise<T>,
): Promise<T> {
  if (settings.databaseUrl) {
    await checkServer(settings.databaseUrl);
    return task(settings.databaseUrl);
  }
  const lock = (await lockDataFolder(settings.dataDir, 0)) ?? (await whileItRuns(settings.dataDir));
  if (typeof lock === 'string') return task(lock);
  try {
    const database = await openEmbedded(settings.dataDir);
    try {
      return await task(database.url);
    } finally {
      await database.stop();
    }
  } finally {
    await lock.release();
  }
}

/** The database of the app that holds the folder; or the folder, if that app is just leaving. */
async function whileItRuns(dataDir: string) {
  return (await findEmbedded(dataDir)) ?? (await holdDataFolder(dataDir));
}
