import { createHash } from 'node:crypto';

const PIECE = 1024 * 1024;

/** The SHA-256 of a file in hexadecimal, read a piece at a time. */
export async function fileHash(file: Blob): Promise<string> {
  const hash = createHash('sha256');
  for (let start = 0; start < file.size; start += PIECE) {
    hash.update(Buffer.from(await file.slice(start, start + PIECE).arrayBuffer()));
  }
  return hash.digest('hex');
}
