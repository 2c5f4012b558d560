import { spawn } from 'node:child_process';
import { chown, mkdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { errorCode, OperatorError } from '@/lib/domain/operator-error';
import type { Binaries } from './binaries';
import { blockedFolder, type ServerUser } from './server-user';

export interface ClusterOptions {
  /** The absolute, real path of the server's folder: made where it does not exist. */
  folder: string;
  ownerPassword: string;
  logFile: string;
  binaries?: Binaries;
  /** What initdb is told about the locale, when not the usual. */
  locale?: readonly string[];
  /** More settings, such as fsync=off. */
  settings?: readonly string[];
}

/** The role a server of ours belongs to. */
export const OWNER = 'postgres';
// Upper and lower case for every alphabet, and one order on every machine.
const LOCALE = ['--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];

// The server's user may not be able to enter our working folder. A group of its own keeps Ctrl-C
// for `start` alone, which stops the app before the database.
export const SURROUNDINGS = {
  cwd: path.parse(process.cwd()).root,
  env: { ...process.env, LC_ALL: 'C', LC_MESSAGES: 'C' },
  detached: true,
  windowsHide: true,
};

async function exists(file: string): Promise<boolean> {
  return stat(file).then(
    () => true,
    (error) => {
      if (errorCode(error) === 'ENOENT') return false;
      throw error;
    },
  );
}

/**
 * Makes the server's folder where there is none.
 * @throws OperatorError with the reason when it cannot be made
 */
export async function initialise(
  options: ClusterOptions,
  binaries: Binaries,
  user: ServerUser,
): Promise<void> {
  if (await exists(path.join(options.folder, 'PG_VERSION'))) return;
  // Made aside and renamed, so that a folder with the real name is always whole.
  const unfinished = `${options.folder}.new`;
  const passwordFile = `${options.folder}.password`;
  await rm(unfinished, { recursive: true, force: true });
  await rm(options.folder, { recursive: true, force: true });
  await mkdir(unfinished, { mode: 0o700 });
  await writeFile(passwordFile, `${options.ownerPassword}\n`, { mode: 0o600 });
  if (user.uid !== undefined && user.gid !== undefined) {
    await chown(unfinished, user.uid, user.gid);
    await chown(passwordFile, user.uid, user.gid);
  }
  try {
    const output = await runInitdb(binaries.initdb, user, [
      ...[`--pgdata=${unfinished}`, `--username=${OWNER}`, `--pwfile=${passwordFile}`],
      ...['--auth=scram-sha-256', '--encoding=UTF8', ...(options.locale ?? LOCALE)],
    ]);
    if (output !== undefined) throw explain(options, binaries, user, output);
    await rename(unfinished, options.folder);
  } finally {
    await rm(passwordFile, { force: true });
  }
}

/** @returns what initdb complained of, or undefined when all is well. */
function runInitdb(
  initdb: string,
  user: ServerUser,
  args: readonly string[],
): Promise<string | undefined> {
  return new Promise((resolve) => {
    const child = spawn(initdb, args, {
      ...user,
      ...SURROUNDINGS,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let complaint = '';
    child.stderr.setEncoding('utf8').on('data', (text) => {
      complaint += text;
    });
    child.on('error', (error) => resolve(error.message));
    child.on('close', (code) => resolve(code === 0 ? undefined : complaint || `status ${code}`));
  });
}

/** Why the server cannot be made or started, in a sentence. */
export function explain(
  options: ClusterOptions,
  binaries: Binaries,
  user: ServerUser,
  said: string,
): OperatorError {
  const blocked =
    blockedFolder(path.dirname(options.folder), user) ??
    blockedFolder(path.dirname(binaries.postgres), user);
  if (blocked) {
    return new OperatorError(
      `The embedded PostgreSQL cannot enter ${blocked}: started by root, it runs as the user ` +
        'postgres; move the app and DATA_DIR to a folder that others may enter.',
    );
  }
  const lines = said.trim().split('\n');
  const line = lines.find((one) => /FATAL|PANIC|error/i.test(one)) ?? lines.at(-1) ?? '';
  const reason = line.replace(/^.*?(FATAL|PANIC|error):\s*/i, '');
  return new OperatorError(
    `The embedded PostgreSQL does not start: ${reason}. Its log is ${options.logFile}.`,
  );
}
