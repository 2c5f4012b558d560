import { realpath, rename, stat } from 'node:fs/promises';
import path from 'node:path';
import pg from 'pg';
import { OperatorError } from '@/lib/domain/operator-error';
import { type Cluster, clusterUrl, ownerUrl, startCluster } from './cluster';
import { type FolderLock, lockFolder } from './folder-lock';
import { runningPostmaster, stopOrphan } from './postmaster';
import { keepSecrets, makeDataFolder, readSecrets, type Secrets, unusable } from './secrets';

/** The app's database on the embedded server. */
export interface EmbeddedDatabase extends Cluster {
  url: string;
}

// The app's role owns its database and nothing else: it is not the server's superuser.
const APP = 'board';
const LOG_LIMIT = 5_000_000;

/**
 * Takes the data folder for this process, making it where it does not exist.
 * @param patience for how many milliseconds a holder may still be going away
 * @returns undefined when another process holds it
 * @throws OperatorError when it cannot be read and written
 */
export async function lockDataFolder(
  dataDir: string,
  patience?: number,
): Promise<FolderLock | undefined> {
  await makeDataFolder(dataDir);
  try {
    return await lockFolder(dataDir, patience);
  } catch (error) {
    throw unusable(dataDir, error);
  }
}

/**
 * The same for whoever cannot do without it.
 * @throws OperatorError when another start holds it, or it cannot be read and written
 */
export async function holdDataFolder(dataDir: string): Promise<FolderLock> {
  const lock = await lockDataFolder(dataDir);
  if (lock) return lock;
  throw new OperatorError(
    `Another start is already using the data folder ${dataDir}; stop it first, ` +
      'or give this one another DATA_DIR.',
  );
}

/**
 * Starts the embedded database of a data folder, first putting right what a crash left. Only for
 * the holder of the folder's lock.
 * @throws OperatorError when it does not start, with the reason
 */
export async function openEmbedded(dataDir: string): Promise<EmbeddedDatabase> {
  const folder = await serverFolder(dataDir);
  const logFile = path.join(dataDir, 'postgres.log');
  const secrets = await keepSecrets(dataDir);
  try {
    await stopOrphan(folder);
    await turnOver(logFile);
    const cluster = await startCluster({ folder, ownerPassword: secrets.ownerPassword, logFile });
    try {
      await makeDatabase(cluster.port, secrets);
    } catch (error) {
      await cluster.stop();
      throw error;
    }
    return { ...cluster, url: appUrl(cluster.port, secrets) };
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code && /^E[A-Z]+$/.test(code)) throw unusable(dataDir, error);
    throw error;
  }
}

/** The address of the embedded database while another process runs it, else undefined. */
export async function findEmbedded(dataDir: string): Promise<string | undefined> {
  const running = await runningPostmaster(await serverFolder(dataDir));
  const secrets = running && (await readSecrets(dataDir));
  return secrets && appUrl(running.port, secrets);
}

async function serverFolder(dataDir: string): Promise<string> {
  try {
    return path.join(await realpath(dataDir), 'postgres');
  } catch (error) {
    throw unusable(dataDir, error);
  }
}

function appUrl(port: number, secrets: Secrets): string {
  return clusterUrl(port, APP, secrets.databasePassword, APP);
}

/** Keeps the log of the time before, and no more, once it has grown long. */
async function turnOver(logFile: string): Promise<void> {
  const size = await stat(logFile).then(
    (file) => file.size,
    () => 0,
  );
  if (size > LOG_LIMIT) await rename(logFile, `${logFile}.1`);
}

async function makeDatabase(port: number, secrets: Secrets): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl(port, secrets.ownerPassword) });
  await client.connect();
  try {
    const { rows } = await client.query<{ role: boolean; database: boolean }>(
      `SELECT EXISTS (SELECT FROM pg_roles WHERE rolname = $1) AS role,
              EXISTS (SELECT FROM pg_database WHERE datname = $1) AS database`,
      [APP],
    );
    const password = client.escapeLiteral(secrets.databasePassword);
    if (!rows[0]?.role) await client.query(`CREATE ROLE ${APP} LOGIN PASSWORD ${password}`);
    if (!rows[0]?.database) await client.query(`CREATE DATABASE ${APP} OWNER ${APP}`);
  } finally {
    await client.end();
  }
}
