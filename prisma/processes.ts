import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { errorCode } from '@/lib/domain/operator-error';

/** True while a process has this number, whoever's it is. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return errorCode(error) === 'EPERM';
  }
}

/** The command line of a process; '' when it is gone, or dead and not yet reaped. */
export function commandOf(pid: number): string {
  try {
    if (process.platform === 'linux') {
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
    }
    return process.platform === 'win32'
      ? run('tasklist', '/FI', `PID eq ${pid}`, '/NH')
      : run('ps', '-o', 'command=', '-p', String(pid));
  } catch {
    return '';
  }
}

/** The number of a process's parent; 0 when it has none, or cannot be asked. */
export function parentOf(pid: number): number {
  try {
    if (process.platform === 'linux') {
      // The name in brackets may hold anything, spaces and brackets too.
      const afterName = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1) ?? '';
      return Number(afterName.split(' ')[1]);
    }
    return process.platform === 'win32' ? 0 : Number(run('ps', '-o', 'ppid=', '-p', String(pid)));
  } catch {
    return 0;
  }
}

function run(command: string, ...args: string[]): string {
  return execFileSync(command, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
}
