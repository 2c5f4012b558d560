import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { openScratch, type Scratch } from '@/prisma/scratch';

const INSTALLED = '/usr/lib/postgresql';
const OLDEST = 15;

/**
 * A PostgreSQL server that is not the embedded one: the oldest the machine has that the app
 * supports; where it has none, a second embedded one under the same conditions.
 */
export async function otherServer(): Promise<Scratch> {
  const versions = existsSync(INSTALLED) ? readdirSync(INSTALLED) : [];
  const bin = versions
    .filter((version) => Number(version) >= OLDEST)
    .sort((a, b) => Number(a) - Number(b))
    .map((version) => path.join(INSTALLED, version, 'bin'))
    .find((folder) => existsSync(path.join(folder, 'initdb')));
  if (!bin) return openScratch();
  return openScratch({
    binaries: { initdb: path.join(bin, 'initdb'), postgres: path.join(bin, 'postgres') },
    locale: ['--locale=C.UTF-8'],
  });
}
