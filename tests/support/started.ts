import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { commandOf, isAlive, parentOf } from '@/prisma/processes';

/** A command of ours as a process of its own, as an operator runs it. */
export interface Started {
  pid: number;
  output(): string;
  errors(): string;
  /** Resolves once the app says that it is ready; rejects when it leaves before. */
  ready(): Promise<void>;
  /** Its exit status, or the signal that ended it, once all it printed has been read. */
  ended: Promise<number | NodeJS.Signals>;
  signal(signal: NodeJS.Signals): void;
}

const launched = new Set<ChildProcess>();

/** Runs a script of ours with nothing in its environment but what is given. */
export function runScript(
  script: string,
  environment: Record<string, string>,
  ...args: string[]
): Started {
  return run(process.execPath, ['--import', 'tsx', script, ...args], environment);
}

/** The same from another checkout of the code. */
export function runScriptIn(
  folder: string,
  script: string,
  environment: Record<string, string>,
): Started {
  return run(process.execPath, ['--import', 'tsx', script], environment, { cwd: folder });
}

/** Runs npm in a process group of its own, as a terminal would. */
export function runNpm(environment: Record<string, string>, ...args: string[]): Started {
  return run('npm', args, environment, { detached: true });
}

function run(
  command: string,
  args: readonly string[],
  environment: Record<string, string>,
  options: { detached?: boolean; cwd?: string } = {},
): Started {
  const { PATH, HOME, TZ } = process.env;
  const child = spawn(command, args, {
    // Only what a bare shell has: vitest's own NODE_ENV must not leak in.
    // What a failed test left open is not waited for.
    env: { PATH, HOME, TZ, STOP_SECONDS: '5', ...environment } as unknown as NodeJS.ProcessEnv,
    ...options,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  launched.add(child);
  let [output, errors] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text) => {
    output += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text) => {
    errors += text;
  });
  const ended = new Promise<number | NodeJS.Signals>((resolve) => {
    child.on('exit', (code, signal) => {
      launched.delete(child);
      // What it started may hold the pipes a little longer than it lives.
      setTimeout(() => resolve(signal ?? code ?? -1), 50);
    });
  });
  return {
    pid: child.pid ?? 0,
    output: () => output,
    errors: () => errors,
    ended,
    signal: (signal) => void child.kill(signal),
    ready: async () => {
      let gone = false;
      ended.then(() => {
        gone = true;
      });
      while (!output.includes('is ready at')) {
        if (gone) throw new Error(`It left before it was ready.\n${output}\n${errors}`);
        await sleep(20);
      }
    },
  };
}

/** Ends whatever a failed test left running; the ordinary way, so that it ends its own. */
export async function stopAll(): Promise<void> {
  const left = [...launched];
  for (const child of left) child.kill('SIGTERM');
  for (const child of left) await until(() => !launched.has(child));
}

/** The numbers of every process that a process started, however deep. */
export function descendants(pid: number): number[] {
  const parents = allProcesses().map((one) => [one, parentOf(one)] as const);
  const found = [pid];
  for (const parent of found) {
    found.push(...parents.filter(([, above]) => above === parent).map(([one]) => one));
  }
  return found.slice(1);
}

/** The process that serves, of an app that was started. */
export function appOf(started: Started): number {
  const app = descendants(started.pid).find((pid) => !commandOf(pid).includes('postgres'));
  if (!app) throw new Error('The app is not running.');
  return app;
}

function allProcesses(): number[] {
  const names =
    process.platform === 'linux'
      ? readdirSync('/proc')
      : execFileSync('ps', ['-A', '-o', 'pid='], { encoding: 'utf8' }).split('\n');
  return names.map(Number).filter((pid) => Number.isInteger(pid) && pid > 0);
}

/** Waits for something to come true, and fails when it has not after 15 seconds. */
export async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  const givenUpAt = Date.now() + 15_000;
  while (!(await condition())) {
    if (Date.now() > givenUpAt) throw new Error(`Still not so: ${condition}`);
    await sleep(30);
  }
}

/** Waits until none of the processes is left. */
export async function untilGone(pids: readonly number[]): Promise<void> {
  await until(() => !pids.some(isAlive));
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}
