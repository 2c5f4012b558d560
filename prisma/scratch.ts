import { randomBytes } from 'node:crypto';
import { chmod, mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Cluster, ownerUrl, startCluster } from './cluster';
import type { ClusterOptions } from './cluster-folder';

/** A server for a moment, fast because nothing on it need survive. */
export interface Scratch extends Cluster {
  /** As its owner, on the database postgres. */
  url: string;
}

/**
 * Starts an empty server in a temporary folder; stopping it removes the folder.
 * @throws OperatorError when it does not start
 */
export async function openScratch(
  options: Pick<ClusterOptions, 'binaries' | 'locale'> = {},
): Promise<Scratch> {
  const folder = await realpath(await mkdtemp(path.join(tmpdir(), 'board-scratch-')));
  // The server may run as another user, who has to get in.
  await chmod(folder, 0o755);
  const remove = () => rm(folder, { recursive: true, force: true });
  const ownerPassword = randomBytes(24).toString('base64url');
  try {
    const cluster = await startCluster({
      folder: path.join(folder, 'postgres'),
      logFile: path.join(folder, 'postgres.log'),
      ownerPassword,
      settings: ['fsync=off', 'full_page_writes=off', 'synchronous_commit=off'],
      ...options,
    });
    const stop = async () => {
      await cluster.stop();
      await remove();
    };
    return { ...cluster, stop, url: ownerUrl(cluster.port, ownerPassword) };
  } catch (error) {
    await remove();
    throw error;
  }
}
