import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { errorCode, OperatorError } from '@/lib/domain/operator-error';
import { commandOf, isAlive } from './processes';

/** What PostgreSQL wrote about itself into its folder. */
export interface Postmaster {
  pid: number;
  port: number;
}

/** A number in a stale file may by now belong to anything; only our own server may be touched. */
function serves(pid: number, folder: string): boolean {
  if (!isAlive(pid)) return false;
  const command = commandOf(pid);
  return process.platform === 'win32'
    ? command.includes('postgres.exe')
    : command.includes(`-D ${folder} `);
}

/** The server that says it runs on a folder, if that is still so. */
export async function runningPostmaster(folder: string): Promise<Postmaster | undefined> {
  let lines: string[];
  try {
    lines = (await readFile(path.join(folder, 'postmaster.pid'), 'utf8')).split('\n');
  } catch (error) {
    if (errorCode(error) === 'ENOENT' || errorCode(error) === 'ENOTDIR') return undefined;
    throw error;
  }
  const [pid, port] = [Number(lines[0]), Number(lines[3])];
  return pid > 0 && serves(pid, folder) ? { pid, port } : undefined;
}

/**
 * Stops the server a killed start left behind, and clears away the file of one that is dead. Only
 * for the holder of the folder's lock.
 * @throws OperatorError when there is one and it cannot be stopped
 */
export async function stopOrphan(folder: string): Promise<void> {
  const orphan = await runningPostmaster(folder);
  if (orphan) {
    // "Fast", then "immediate": either keeps every committed change.
    for (const signal of ['SIGINT', 'SIGQUIT'] as const) {
      signalProcess(orphan.pid, signal);
      const givenUpAt = Date.now() + 15_000;
      while (serves(orphan.pid, folder)) {
        if (Date.now() > givenUpAt) break;
        await sleep(50);
      }
    }
    if (serves(orphan.pid, folder)) throw stuck(orphan.pid);
  }
  await rm(path.join(folder, 'postmaster.pid'), { force: true });
}

function signalProcess(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if (errorCode(error) !== 'ESRCH') throw stuck(pid);
  }
}

function stuck(pid: number): OperatorError {
  return new OperatorError(
    `PostgreSQL from an earlier start (process ${pid}) still runs and cannot be stopped by this user.`,
  );
}
