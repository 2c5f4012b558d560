import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { errorCode, OperatorError } from '@/lib/domain/operator-error';
import { type Binaries, embeddedBinaries } from './binaries';
import { type ClusterOptions, explain, initialise, OWNER, SURROUNDINGS } from './cluster-folder';
import { type ServerUser, serverUser } from './server-user';

/** A PostgreSQL server of our own, on loopback. */
export interface Cluster {
  port: number;
  pid: number;
  /** Resolves when the server has gone, wanted or not. */
  exited: Promise<string>;
  /** Ends sessions, writes everything out, and waits for the server to go. */
  stop(): Promise<void>;
}

const STARTING_UP = new Set(['ECONNREFUSED', 'ECONNRESET', '57P03']);

/** The address of a database on a server of ours. */
export function clusterUrl(port: number, user: string, password: string, database: string): string {
  return `postgresql://${user}:${password}@127.0.0.1:${port}/${database}`;
}

/** The owner's address of a server of ours. */
export function ownerUrl(port: number, password: string): string {
  return clusterUrl(port, OWNER, password, 'postgres');
}

/**
 * Makes the server's folder if need be, starts the server, and waits until it answers. The caller
 * sees to it that nothing else runs on the folder.
 * @throws OperatorError when it does not start, with the reason
 */
export async function startCluster(options: ClusterOptions): Promise<Cluster> {
  const binaries = options.binaries ?? (await embeddedBinaries());
  const user = await serverUser();
  await initialise(options, binaries, user);
  const givenUpAt = Date.now() + 20_000;
  for (;;) {
    const outcome = await attempt(options, binaries, user);
    if (typeof outcome !== 'string') return outcome;
    // Sessions of a server killed a moment ago take a little to notice; a port may just have gone.
    const passing = /pre-existing shared memory|Address already in use/i.test(outcome);
    if (!passing || Date.now() > givenUpAt) throw explain(options, binaries, user, outcome);
    await sleep(200);
  }
}

/** Starts the server once. @returns it, or what its log said when it would not. */
async function attempt(
  options: ClusterOptions,
  binaries: Binaries,
  user: ServerUser,
): Promise<Cluster | string> {
  const port = await freePort();
  const settings = [
    ...['listen_addresses=127.0.0.1', 'unix_socket_directories=', `port=${port}`],
    ...(options.settings ?? []),
  ];
  const log = openSync(options.logFile, 'a', 0o600);
  const logStart = (await stat(options.logFile)).size;
  const child = spawn(
    binaries.postgres,
    ['-D', options.folder, ...settings.flatMap((setting) => ['-c', setting])],
    // A file, not a pipe: the server must not lose its log, or its life, with this process.
    { ...user, ...SURROUNDINGS, stdio: ['ignore', log, log] },
  );
  closeSync(log);
  const exited = ending(child);
  let gone: string | undefined;
  exited.then((how) => {
    gone = how;
  });
  try {
    while (!(await answers(ownerUrl(port, options.ownerPassword)))) {
      if (gone !== undefined) {
        const said = (await readFile(options.logFile)).subarray(logStart).toString('utf8');
        return said.trim() || gone;
      }
      await sleep(30);
    }
  } catch (error) {
    await stop(child, exited);
    throw error;
  }
  return { port, pid: child.pid ?? 0, exited, stop: () => stop(child, exited) };
}

function ending(child: ChildProcess): Promise<string> {
  return new Promise((resolve) => {
    child.on('error', (error) => resolve(error.message));
    child.on('exit', (code, signal) => resolve(signal ?? `status ${code}`));
  });
}

async function stop(child: ChildProcess, exited: Promise<string>): Promise<void> {
  child.kill('SIGINT');
  const timer = setTimeout(() => child.kill('SIGQUIT'), 15_000);
  await exited;
  clearTimeout(timer);
}

/** @throws OperatorError when the server is up and refuses the password */
async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => {});
  try {
    await client.connect();
    return true;
  } catch (error) {
    if (errorCode(error) === '28P01') {
      throw new OperatorError(
        'The embedded database refuses the password in secrets.json of its data folder; ' +
          'put the file back that was made with it.',
      );
    }
    if (STARTING_UP.has(errorCode(error) ?? '')) return false;
    throw error;
  } finally {
    await client.end().catch(() => {});
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}
