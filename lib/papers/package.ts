import { createHash } from 'node:crypto';
import { strToU8, zipSync } from 'fflate';
import type { PaperFile } from '@/lib/domain/paper-model';

const MANIFEST = 'manifest.txt';

/** A plain file of the archive's own folder: nothing that a system reads as another place. */
const SAFE_NAME = /^[a-z0-9][a-z0-9._-]{0,99}$/i;

/** Zip keeps local time without its zone: the same moment must be the same bytes everywhere. */
function asLocalFields(at: Date): Date {
  return new Date(
    at.getUTCFullYear(),
    at.getUTCMonth(),
    at.getUTCDate(),
    at.getUTCHours(),
    at.getUTCMinutes(),
    at.getUTCSeconds(),
  );
}

/** A line a file, as `sha256sum` writes and checks them. */
function manifest(files: readonly PaperFile[]): string {
  return files
    .map(({ name, bytes }) => `${createHash('sha256').update(bytes).digest('hex')}  ${name}\n`)
    .join('');
}

/**
 * The files of a paper in one archive with `manifest.txt`, their SHA-256 (`sha256sum -c
 * manifest.txt` checks them). The same files and the same moment give the same bytes.
 *
 * @param modified When the files were made, 1980 to 2099; the archive has it in UTC.
 * @throws RangeError for a name that is not a plain file name, or is there twice.
 */
export function paperZip(files: readonly PaperFile[], modified: Date): Uint8Array {
  const names = new Set([MANIFEST]);
  for (const { name } of files) {
    if (!SAFE_NAME.test(name) || names.has(name.toLowerCase())) {
      throw new RangeError(`Not a name for a file of a paper: ${JSON.stringify(name)}`);
    }
    names.add(name.toLowerCase());
  }
  return zipSync(
    Object.fromEntries([
      ...files.map(({ name, bytes }) => [name, bytes] as const),
      [MANIFEST, strToU8(manifest(files))] as const,
    ]),
    { mtime: asLocalFields(modified) },
  );
}
