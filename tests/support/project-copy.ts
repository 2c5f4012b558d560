import { execFile } from 'node:child_process';
import { chmod, cp, mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { BUILDS, folderOfBuild } from '@/scripts/start/build';

/** What the commands make, and what is no part of the code. */
const LEFT_OUT = ['.git', '.next', '.builds', '.data', 'node_modules', 'test-results'];
const run = promisify(execFile);

/**
 * A checkout of this very code, installed and built, to be changed and started from. On the same
 * disk, so that what is installed need not be written a second time.
 * @returns its folder, to be removed
 */
export async function copyProject(): Promise<string> {
  await mkdir('.next', { recursive: true });
  const folder = await mkdtemp(path.resolve('.next', 'checkout-'));
  // PostgreSQL may run as somebody else.
  await chmod(folder, 0o755);
  for (const name of await readdir('.')) {
    if (!LEFT_OUT.includes(name)) await cp(name, path.join(folder, name), { recursive: true });
  }
  await run('cp', ['-al', 'node_modules', folder]);
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
