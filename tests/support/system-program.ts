import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll } from 'vitest';

/** By program: what Debian calls its package. */
const PACKAGES = { nginx: 'nginx-light', clamd: 'clamav-daemon' } as const;

/** A program of the system that one test file runs, in a folder of its own. */
export interface Running {
  /** Ends it, as a machine that fails does. */
  stop(): Promise<void>;
}

/** A folder that goes with the test file. */
export async function ownFolder(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'board-system-'));
  afterAll(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/**
 * Runs a program in the foreground until the test file ends.
 * @throws Error that names the package, where the program is not installed
 */
export function runProgram(name: keyof typeof PACKAGES, args: readonly string[]): Running {
  // Where Debian keeps what only root usually runs.
  const env = { ...process.env, PATH: `${process.env.PATH}:/usr/sbin` };
  if (spawnSync(name, ['-V'], { env, stdio: 'ignore' }).error) {
    throw new Error(`${name} is not installed: apt-get install ${PACKAGES[name]}`);
  }
  const child: ChildProcess = spawn(name, args, { env, stdio: ['ignore', 'ignore', 'inherit'] });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const stop = async () => {
    child.kill('SIGKILL');
    await ended;
  };
  afterAll(stop);
  return { stop };
}
