import { execFile } from 'node:child_process';
import { chmod, cp, mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { BUILDS, folderOfBuild } from '@/scripts/start/build';

/** What the commands make, and what is no part of the code. */
const LEFT_OUT = ['.git', '.next', '.builds', '.data', 'node_modules', 'test-results'];
const run = promisify(execFile);

/**
 * A checkout of this very code, installed and built, to be changed and started from. Not within
 * this one: Tailwind reads all of a folder that is ignored in the one above.
 * @returns its folder, to be removed
 */
export async function copyProject(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'board-checkout-'));
  // PostgreSQL may run as somebody else.
  await chmod(folder, 0o755);
  for (const name of await readdir('.')) {
    if (!LEFT_OUT.includes(name)) await cp(name, path.join(folder, name), { recursive: true });
  }
  // What is installed need not be written a second time, on the same disk.
  await run('cp', ['-al', 'node_modules', folder]).catch(async () => {
    await rm(path.join(folder, 'node_modules'), { recursive: true, force: true });
    await run('cp', ['-a', 'node_modules', folder]);
  });
  // What the compiler remembers saves it half of the work; what names actions is not in it.
  const cache = path.join('.next', 'cache', 'turbopack');
  await cp(cache, path.join(folder, cache), { recursive: true });
  const builds = path.join(folder, path.basename(BUILDS));
  await mkdir(builds);
  await run('cp', ['-a', folderOfBuild(), builds]);
  for (const build of await readdir(builds)) {
    for (const name of await readdir(path.join(builds, build))) {
      if (name.startsWith('in-use-')) await rm(path.join(builds, build, name));
    }
  }
  return folder;
}
