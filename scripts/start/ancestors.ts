import { commandOf, isAlive, parentOf } from '@/prisma/processes';

/**
 * Calls back when the `npm` that runs this process has been killed outright: nothing else would
 * tell us, and the app would go on without anybody to stop it. Started without npm, with nohup
 * say, we stay.
 */
export function whenNpmIsGone(callBack: () => void): void {
  const watched = process.env.npm_lifecycle_event ? upToNpm() : [];
  if (watched.length === 0) return;
  const timer = setInterval(() => {
    if (watched.every(isAlive) && process.ppid === watched[0]) return;
    clearInterval(timer);
    callBack();
  }, 300);
  timer.unref();
}

/** Our parents up to the nearest npm: there may be a shell or a launcher in between. */
function upToNpm(): number[] {
  const chain: number[] = [];
  for (let pid = process.ppid; pid > 1 && chain.length < 6; pid = parentOf(pid)) {
    chain.push(pid);
    if (/\bnp[mx]\b/.test(commandOf(pid))) return chain;
  }
  return [];
}
