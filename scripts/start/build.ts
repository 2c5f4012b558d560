import { createHash } from 'node:crypto';
import { cp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { errorCode, OperatorError } from '@/lib/domain/operator-error';
import { type Child, startChild } from './child';

/** Whatever goes into a build; the Prisma client comes from its schema. */
const SOURCES = [
  ...['app', 'components', 'lib', 'public', 'prisma/schema.prisma', 'proxy.ts'],
  ...['instrumentation.ts', 'next.config.js', 'postcss.config.mjs', 'tsconfig.json'],
  ...['package.json', 'package-lock.json'],
];
const STANDALONE = path.join('.next', 'standalone');
const HASH = path.join('.next', 'source-hash');

/** The server of the build. */
export const SERVER = path.resolve(STANDALONE, 'server.js');

/** One number for all of the code that goes into a build. */
async function sourceHash(): Promise<string> {
  const hash = createHash('sha256').update(process.version);
  for (const source of SOURCES) {
    for (const file of await filesUnder(source)) {
      const content = await readFile(file);
      hash.update(`${file.replaceAll(path.sep, '/')}\0${content.length}\0`).update(content);
    }
  }
  return hash.digest('hex');
}

async function filesUnder(source: string): Promise<string[]> {
  try {
    if ((await stat(source)).isFile()) return [source];
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return [];
    throw error;
  }
  const entries = await readdir(source, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
}

/** The build waiting to happen, or undefined when there is one of this very code. */
export async function neededBuild(): Promise<{ hash: string } | undefined> {
  const hash = await sourceHash();
  const built = await readFile(HASH, 'utf8').catch(() => '');
  return built === hash ? undefined : { hash };
}

/** Starts `next build`. */
export function startBuild(): Child {
  return startChild(
    path.resolve('node_modules/next/dist/bin/next'),
    ['build'],
    { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
    'kept',
  );
}

/**
 * Waits for a build and makes it whole: the standalone server needs the static files beside it.
 * @throws OperatorError with the end of what the build said when it fails
 */
export async function finishBuild(build: Child, hash: string): Promise<void> {
  const how = await build.exited;
  if (how !== 'status 0') {
    throw new OperatorError(`The app could not be built (${how}):\n${build.output().trim()}`);
  }
  if (!(await filesUnder(SERVER)).length) {
    throw new Error('next build made no standalone server; see outputFileTracingRoot.');
  }
  for (const [from, to] of [
    [path.join('.next', 'static'), path.join(STANDALONE, '.next', 'static')],
    ['public', path.join(STANDALONE, 'public')],
  ] as const) {
    await rm(to, { recursive: true, force: true });
    await cp(from, to, { recursive: true }).catch((error) => {
      if (errorCode(error) !== 'ENOENT') throw error;
    });
  }
  await writeFile(HASH, hash);
}

/**
 * Builds the app where there is no build of this code.
 * @throws OperatorError when the build fails
 */
export async function ensureBuild(): Promise<void> {
  const needed = await neededBuild();
  if (needed) await finishBuild(startBuild(), needed.hash);
}
