import { randomUUID } from 'node:crypto';
import { readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { type AddressInfo, connect, createServer } from 'node:net';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { errorCode } from '@/lib/domain/operator-error';
import { isAlive } from './processes';

/** Held while a process looks after a folder, or uses it. */
export interface FolderLock {
  release(): Promise<void>;
}

interface Holder {
  pid: number;
  port: number;
  token: string;
}

/**
 * Takes a folder for this process alone. The lock file names a loopback port that answers with a
 * token: the port closes with its process however that ends, so a lock never outlives a kill -9,
 * and no process that happens to get the same number is mistaken for the holder.
 * @param patience for how many milliseconds a holder may still be going away
 * @returns undefined when another process holds it
 * @throws the error of the system when the folder cannot be written
 */
export async function lockFolder(folder: string, patience = 3000): Promise<FolderLock | undefined> {
  const file = path.join(folder, 'lock');
  const { holder, close } = await answerFor();
  const mine = JSON.stringify(holder);
  const givenUpAt = Date.now() + patience;
  try {
    for (;;) {
      if (await create(file, mine)) {
        return {
          release: async () => {
            if ((await contents(file)) === mine) await rm(file, { force: true });
            close();
          },
        };
      }
      const theirs = await contents(file);
      if (theirs !== undefined && !(await isHeld(theirs))) await clear(file, theirs, holder.token);
      else if (Date.now() > givenUpAt) break;
      else await sleep(100);
    }
  } catch (error) {
    close();
    throw error;
  }
  close();
  return undefined;
}

const IN_USE = 'in-use-';

/**
 * Says that this process uses a folder, beside others that do.
 * @throws the error of the system when the folder cannot be written
 */
export async function useFolder(folder: string): Promise<FolderLock> {
  const { holder, close } = await answerFor();
  const file = path.join(folder, `${IN_USE}${holder.token}`);
  try {
    await create(file, JSON.stringify(holder));
  } catch (error) {
    close();
    throw error;
  }
  return {
    release: async () => {
      await rm(file, { force: true });
      close();
    },
  };
}

/** Whether a living process uses a folder; what the dead left there is cleared away. */
export async function isInUse(folder: string): Promise<boolean> {
  for (const name of await readdir(folder)) {
    if (!name.startsWith(IN_USE)) continue;
    const file = path.join(folder, name);
    const theirs = await contents(file);
    if (theirs !== undefined && (await isHeld(theirs))) return true;
    await rm(file, { force: true });
  }
  return false;
}

/** Opens the port that answers for this process until it is closed, or the process has ended. */
async function answerFor(): Promise<{ holder: Holder; close(): void }> {
  const token = randomUUID();
  const server = createServer((socket) => socket.on('error', () => {}).end(token));
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(0, '127.0.0.1', resolve);
  });
  server.unref();
  const { port } = server.address() as AddressInfo;
  return { holder: { pid: process.pid, port, token }, close: () => server.close() };
}

async function create(file: string, text: string): Promise<boolean> {
  try {
    await writeFile(file, text, { flag: 'wx', mode: 0o600 });
    return true;
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false;
    throw error;
  }
}

async function contents(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined;
    throw error;
  }
}

/** Moves a dead lock away; puts it back when somebody else was quicker and the lock is alive. */
async function clear(file: string, dead: string, token: string): Promise<void> {
  const aside = `${file}.${token}`;
  try {
    await rename(file, aside);
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return;
    throw error;
  }
  if ((await contents(aside)) === dead) await rm(aside, { force: true });
  else await rename(aside, file);
}

async function isHeld(text: string): Promise<boolean> {
  let holder: Holder;
  try {
    holder = JSON.parse(text) as Holder;
  } catch {
    return false;
  }
  const answer = await ask(holder.port);
  // A stopped (Ctrl-Z) or busy holder takes the call and says nothing: it is still there.
  return answer === holder.token || (answer === '' && isAlive(holder.pid));
}

/** What the port says; undefined when nothing listens there. */
function ask(port: number): Promise<string | undefined> {
  return new Promise((resolve) => {
    let answer = '';
    const socket = connect({ port, host: '127.0.0.1', timeout: 2000 });
    socket.setEncoding('utf8');
    socket.on('data', (text) => {
      answer += text;
    });
    socket.on('timeout', () => socket.destroy());
    socket.on('error', () => resolve(undefined));
    socket.on('close', () => resolve(answer));
  });
}
