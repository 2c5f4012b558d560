import { randomUUID } from 'node:crypto';
import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { errorCode, OperatorError } from '@/lib/domain/operator-error';
import { type FolderLock, isInUse, lockFolder, useFolder } from '@/prisma/folder-lock';
import { BUILDS, finishBuild, folderOfBuild, isBuilt, serverOf, startBuild } from './build';
import { Closing } from './closing';

const REMOVED = 'removed-';

/**
 * Takes the build of this very code for this process, made first where there is none. One start at
 * a time looks after the builds of a folder; the others wait, and find what it has made. What an
 * app still runs on stays.
 * @returns its server
 * @throws OperatorError when it cannot be made
 */
export async function takeBuild(closing: Closing): Promise<string> {
  const lock = await lockBuilds(closing);
  const folder = folderOfBuild();
  if (lock) {
    try {
      if (!isBuilt(folder)) await build(folder, closing);
      await closing.open(
        () => useFolder(folder),
        (use) => use.release(),
      );
      await removeOthers(folder);
    } finally {
      await lock.release();
    }
  }
  return serverOf(folder);
}

/**
 * Builds the app where there is no build of this code.
 * @throws OperatorError when it cannot be made
 */
export async function ensureBuild(): Promise<void> {
  const closing = new Closing();
  try {
    await takeBuild(closing);
  } finally {
    await closing.closeAll();
  }
}

/** @returns undefined where this user may not write: nobody like us builds or removes there */
async function lockBuilds(closing: Closing): Promise<FolderLock | undefined> {
  const lock = (patience?: number) =>
    closing.open(
      () => lockFolder(BUILDS, patience),
      async (held) => held?.release(),
    );
  try {
    await mkdir(BUILDS, { recursive: true });
    let held = await lock(500);
    if (!held) console.log('Another start is building the app in this folder; waiting for it …');
    // Asked anew each time, so that Ctrl-C does not wait for a whole build.
    while (!held) held = await lock();
    return held;
  } catch (error) {
    const code = errorCode(error);
    if (code === undefined) throw error;
    if (isBuilt(folderOfBuild())) return undefined;
    throw new OperatorError(`The app cannot be built: the folder ${BUILDS} is unusable (${code}).`);
  }
}

async function build(folder: string, closing: Closing): Promise<void> {
  console.log('Building the app, once for this code: about a minute …');
  const child = await closing.open(
    async () => startBuild(),
    (building) => building.stop(),
  );
  await finishBuild(child, folder);
  console.log('Built the app.');
}

/** Builds of other code, once nothing runs on them. */
async function removeOthers(folder: string): Promise<void> {
  for (const entry of await readdir(BUILDS, { withFileTypes: true })) {
    const other = path.join(BUILDS, entry.name);
    if (!entry.isDirectory() || other === folder) continue;
    const half = entry.name.startsWith(REMOVED);
    try {
      if (!half && (await isInUse(other))) continue;
      // Out of the way first: half a build must not be taken for a whole one.
      const aside = half ? other : path.join(BUILDS, `${REMOVED}${randomUUID()}`);
      if (!half) await rename(other, aside);
      await rm(aside, { recursive: true, force: true });
    } catch (error) {
      // Somebody else's, or still open on Windows: it is in nobody's way, and gets another turn.
      if (errorCode(error) === undefined) throw error;
    }
  }
}
