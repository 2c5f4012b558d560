import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { cp, mkdir, rename } from 'node:fs/promises';
import path from 'node:path';
import { build } from 'esbuild';
import { errorCode, OperatorError } from '@/lib/domain/operator-error';
import { ACTION_NAMES_KEY } from './action-keys';
import { type Child, startChild } from './child';

/** Whatever goes into a build; the Prisma client comes from its schema. */
const SOURCES = [
  ...['app', 'components', 'lib', 'public', 'prisma/schema.prisma', 'proxy.ts'],
  ...['instrumentation.ts', 'next.config.js', 'postcss.config.mjs', 'tsconfig.json'],
  ...['package.json', 'package-lock.json'],
];

/** Where `next build` works. It empties this folder first, so that nothing runs from it. */
const WORKSHOP = '.next';

/** Finished builds, each in a folder named by what it was made of. */
export const BUILDS = path.resolve('.builds');

/** The folder of the build of this very code, whether it is there or not. */
export function folderOfBuild(): string {
  return path.join(BUILDS, sourceHash().slice(0, 16));
}

/** The server of a build. */
export const serverOf = (folder: string): string => path.join(folder, 'server.js');

/** A build comes into its folder whole, or not at all. */
export const isBuilt = (folder: string): boolean => existsSync(serverOf(folder));

/** One number for all of the code that goes into a build. */
function sourceHash(): string {
  const hash = createHash('sha256').update(process.version).update(ACTION_NAMES_KEY);
  for (const file of SOURCES.flatMap(filesUnder)) {
    const content = readFileSync(file);
    hash.update(`${file.replaceAll(path.sep, '/')}\0${content.length}\0`).update(content);
  }
  return hash.digest('hex');
}

function filesUnder(source: string): string[] {
  const kind = statSync(source, { throwIfNoEntry: false });
  if (!kind?.isDirectory()) return kind ? [source] : [];
  return readdirSync(source, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
}

/** Starts `next build`. Only for the holder of the lock of the builds. */
export function startBuild(): Child {
  return startChild(
    path.resolve('node_modules/next/dist/bin/next'),
    ['build'],
    {
      ...process.env,
      NODE_ENV: 'production',
      NEXT_TELEMETRY_DISABLED: '1',
      NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: ACTION_NAMES_KEY,
    },
    'kept',
  );
}

/**
 * Waits for a build, makes it whole (the standalone server needs the static files beside it), and
 * moves it to its folder in one step.
 * @throws OperatorError with the end of what the build said when it fails
 */
export async function finishBuild(build: Child, folder: string): Promise<void> {
  const how = await build.exited;
  if (how !== 'status 0') {
    throw new OperatorError(`The app could not be built (${how}):\n${build.output().trim()}`);
  }
  const standalone = path.join(WORKSHOP, 'standalone');
  if (!isBuilt(standalone)) {
    throw new Error('next build made no standalone server; see outputFileTracingRoot.');
  }
  await mkdir(BUILDS, { recursive: true });
  for (const [from, to] of [
    [path.join(WORKSHOP, 'static'), path.join(standalone, '.next', 'static')],
    ['public', path.join(standalone, 'public')],
  ] as const) {
    await cp(from, to, { recursive: true }).catch((error) => {
      if (errorCode(error) !== 'ENOENT') throw error;
    });
  }
  await bundleThread(standalone);
  await rename(standalone, folder);
}

/**
 * What draws files beside the thread that answers requests, from TypeScript to one file of plain
 * JavaScript, in the place of the one that runs it from its source.
 */
export async function bundleThread(standalone: string): Promise<void> {
  await build({
    entryPoints: ['lib/papers/drawing-thread.ts'],
    outfile: path.join(standalone, 'lib/papers/drawing-worker.mjs'),
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    alias: { '@': path.resolve() },
    // Native code stays where it is.
    external: ['@myriaddreamin/*', '@resvg/*'],
    // What esbuild cannot follow in packages of the older kind still asks for a require.
    banner: {
      js: "import { createRequire as requireHere } from 'node:module'; const require = requireHere(import.meta.url);",
    },
    logLevel: 'error',
  });
}
