import { execFileSync } from 'node:child_process';
import { type Stats, statSync } from 'node:fs';
import path from 'node:path';
import { OperatorError } from '@/lib/domain/operator-error';

/** Whom the server runs as; empty is ourselves. */
export interface ServerUser {
  uid?: number;
  gid?: number;
}

const NAME = 'postgres';

function lookUp(): Required<ServerUser> | undefined {
  const id = (flag: string) =>
    Number(execFileSync('id', [flag, NAME], { encoding: 'utf8', stdio: 'pipe' }));
  try {
    return { uid: id('-u'), gid: id('-g') };
  } catch {
    return undefined;
  }
}

/**
 * PostgreSQL refuses to run as root: for root this is the user postgres, made if need be.
 * @throws OperatorError when that user cannot be made
 */
export async function serverUser(): Promise<ServerUser> {
  if (process.getuid?.() !== 0) return {};
  const found = lookUp();
  if (found) return found;
  for (const [command, ...args] of [
    ['useradd', '--system', '--user-group', '--no-create-home', NAME],
    ['adduser', '-S', '-D', '-H', NAME],
  ] as const) {
    try {
      execFileSync(command, args, { stdio: 'ignore' });
      break;
    } catch {
      // The next one may be the one this system has.
    }
  }
  const made = lookUp();
  if (made) return made;
  throw new OperatorError(
    'PostgreSQL does not run as root, and the user postgres for it could not be made: ' +
      'start as an ordinary user, or set DATABASE_URL.',
  );
}

/** The first folder on the way to `folder` (itself included) that the user may not enter. */
export function blockedFolder(folder: string, user: ServerUser): string | undefined {
  if (user.uid === undefined) return undefined;
  const above = path.dirname(folder);
  const blocked = above === folder ? undefined : blockedFolder(above, user);
  return blocked ?? (mayEnter(statSync(folder), user) ? undefined : folder);
}

function mayEnter(folder: Stats, user: ServerUser): boolean {
  if (folder.uid === user.uid) return (folder.mode & 0o100) !== 0;
  if (folder.gid === user.gid) return (folder.mode & 0o010) !== 0;
  return (folder.mode & 0o001) !== 0;
}
