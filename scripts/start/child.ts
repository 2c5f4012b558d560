import { type ChildProcess, type StdioOptions, spawn } from 'node:child_process';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

/** A Node process of ours that ends when this one does, however this one ends. */
export interface Child {
  /** Resolves when it has gone: 'status 0', 'SIGKILL' … */
  exited: Promise<string>;
  /** The last of what it printed, when its output is kept. */
  output(): string;
  /** @param grace how long it is waited for, in milliseconds, before it is killed */
  stop(grace?: number): Promise<void>;
  /** Kills it at once, with what it has started. */
  kill(): void;
}

/** The last comes first to whatever a server is sent. */
const PRELOADED = ['leave-with-parent', 'error-words', 'before-app'].flatMap((name) => [
  '--import',
  pathToFileURL(path.resolve(`scripts/start/${name}.mjs`)).href,
]);
const KEEP = 20_000;
/** For what is cut off without loss: a build. */
const GRACE = 5000;

/**
 * Starts a script with Node.
 * @param output whether it is passed through to ours, or kept
 */
export function startChild(
  script: string,
  args: readonly string[],
  environment: NodeJS.ProcessEnv,
  output: 'passed' | 'kept',
): Child {
  const flow = output === 'passed' ? 'inherit' : 'pipe';
  const stdio: StdioOptions = ['ignore', flow, flow, 'ipc'];
  const child = spawn(process.execPath, [...PRELOADED, script, ...args], {
    env: { ...environment, START_PID: String(process.pid) },
    stdio,
    // Ctrl-C goes to a whole process group; this one is told when its turn comes.
    detached: true,
    windowsHide: true,
  });
  let kept = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => {
      kept = (kept + text).slice(-KEEP);
    });
  }
  const exited = new Promise<string>((resolve) => {
    child.on('error', (error) => resolve(error.message));
    child.on('exit', (code, signal) => {
      // What it started in turn, and left.
      killGroup(child);
      resolve(signal ?? `status ${code}`);
    });
  });
  const kill = () => {
    if (child.exitCode === null && child.signalCode === null) killGroup(child);
  };
  return {
    exited,
    output: () => kept,
    kill,
    async stop(grace = GRACE) {
      child.kill('SIGTERM');
      const timer = setTimeout(kill, grace);
      await exited;
      clearTimeout(timer);
    },
  };
}

function killGroup(child: ChildProcess): void {
  if (child.pid === undefined) return;
  try {
    if (process.platform === 'win32') child.kill('SIGKILL');
    else process.kill(-child.pid, 'SIGKILL');
  } catch {
    // Nothing is left of it.
  }
}
