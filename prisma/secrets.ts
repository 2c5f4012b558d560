import { randomBytes } from 'node:crypto';
import { mkdir, open, readFile, rename } from 'node:fs/promises';
import path from 'node:path';
import { errorCode, OperatorError } from '@/lib/domain/operator-error';

/** Made on the first start and kept beside the data, so that the second start knows them. */
export interface Secrets {
  /** Of the embedded server's owner. */
  ownerPassword: string;
  /** Of the role the app signs in to the embedded database with. */
  databasePassword: string;
  authSecret: string;
  demoPassword: string;
}

// No 0, o, 1, l or i: people copy this one off a screen.
const READABLE = 'abcdefghjkmnpqrstuvwxyz23456789';

function readablePassword(): string {
  const letters = Array.from(randomBytes(12), (byte) => READABLE[byte % READABLE.length]);
  return letters.join('').replace(/(.{4})(?=.)/g, '$1-');
}

function makeSecrets(): Secrets {
  const long = () => randomBytes(32).toString('base64url');
  return {
    ownerPassword: long(),
    databasePassword: long(),
    authSecret: long(),
    demoPassword: readablePassword(),
  };
}

function isSecrets(value: unknown): value is Secrets {
  const secrets = value as Partial<Secrets> | null;
  return ['ownerPassword', 'databasePassword', 'authSecret', 'demoPassword'].every(
    (key) => typeof secrets?.[key as keyof Secrets] === 'string',
  );
}

const fileIn = (dataDir: string) => path.join(dataDir, 'secrets.json');

/**
 * The secrets of a data folder, or undefined when none were made there yet.
 * @throws OperatorError when the file cannot be read or is damaged.
 */
export async function readSecrets(dataDir: string): Promise<Secrets | undefined> {
  const file = fileIn(dataDir);
  try {
    const parsed: unknown = JSON.parse(await readFile(file, 'utf8'));
    if (isSecrets(parsed)) return parsed;
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined;
    if (!(error instanceof SyntaxError)) throw unusable(dataDir, error);
  }
  throw new OperatorError(`${file} is damaged; put it back from a backup.`);
}

/**
 * The secrets of a data folder, made first when there are none.
 * @throws OperatorError when the folder cannot be read or written.
 */
export async function keepSecrets(dataDir: string): Promise<Secrets> {
  const kept = await readSecrets(dataDir);
  if (kept) return kept;
  const secrets = makeSecrets();
  // Whole or not at all, whatever happens in the middle: written aside, flushed, then renamed.
  const aside = `${fileIn(dataDir)}.new`;
  try {
    const file = await open(aside, 'w', 0o600);
    try {
      await file.writeFile(`${JSON.stringify(secrets, null, 2)}\n`);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(aside, fileIn(dataDir));
  } catch (error) {
    throw unusable(dataDir, error);
  }
  return secrets;
}

/**
 * Makes the data folder where it does not exist.
 * @throws OperatorError when it cannot be made, or is not a folder one may read and write.
 */
export async function makeDataFolder(dataDir: string): Promise<void> {
  try {
    await mkdir(dataDir, { recursive: true });
  } catch (error) {
    throw unusable(dataDir, error);
  }
}

/** Why a data folder cannot be used, in a sentence. */
export function unusable(dataDir: string, error: unknown): OperatorError {
  const reasons: Record<string, string> = {
    EACCES: 'this user may not read and write it',
    EPERM: 'this user may not read and write it',
    EROFS: 'it is on a read-only disk',
    ENOSPC: 'its disk is full',
    EEXIST: 'a file of that name is in the way',
    ENOTDIR: 'a file is in the way',
  };
  const code = errorCode(error) ?? String(error);
  return new OperatorError(
    `The data folder ${dataDir} cannot be used: ${reasons[code] ?? code}. DATA_DIR names another.`,
  );
}
