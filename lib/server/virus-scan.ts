import { connect } from 'node:net';
import type { FileScan } from '@/lib/data/evidence';
import { RuleError } from '@/lib/domain/errors';
import { env } from './env';

/** How long clamd may be silent, and how long a file may take in all. */
const PATIENCE = 30_000;
const DEADLINE = 120_000;
const REPLY_LIMIT = 4096;
const PIECE = 64 * 1024;

/** A piece as INSTREAM wants it: four bytes of length, then the bytes. */
function framed(piece: ArrayBuffer): Buffer {
  const head = Buffer.alloc(4);
  head.writeUInt32BE(piece.byteLength);
  return Buffer.concat([head, new Uint8Array(piece)]);
}

/** Sends a file to clamd. @returns its reply, such as 'stream: OK' */
async function instream(address: { host: string; port: number }, file: Blob): Promise<string> {
  const socket = connect({ ...address, signal: AbortSignal.timeout(DEADLINE) });
  socket.setTimeout(PATIENCE, () => socket.destroy(new Error('clamd did not answer in time')));
  let reply = '';
  const ended = new Promise<void>((resolve, reject) => {
    socket.on('data', (bytes) => {
      reply += bytes.toString('utf8');
      if (reply.length > REPLY_LIMIT) socket.destroy(new Error('clamd said too much'));
    });
    socket.on('error', reject);
    socket.on('close', () => resolve());
  });
  // Waiting for a drain would hang when clamd hangs up; `ended` then says so.
  ended.catch(() => {});
  const send = (bytes: Uint8Array) =>
    Promise.race([
      ended,
      new Promise<void>((resolve) => {
        socket.write(bytes, () => resolve());
      }),
    ]);
  await send(Buffer.from('zINSTREAM\0'));
  for (let start = 0; start < file.size && !socket.destroyed && !reply; start += PIECE) {
    await send(framed(await file.slice(start, start + PIECE).arrayBuffer()));
  }
  await send(Buffer.alloc(4));
  await ended;
  return reply.replaceAll('\0', '').trim();
}

/**
 * Scans a file with ClamAV where one is set up, and lets it through where none is. A scanner that
 * cannot be reached, or that gives no clear answer, refuses the file.
 * @returns the name of what was found, or null
 * @throws RuleError at `file` when the file could not be scanned
 */
export const scanFile: FileScan = async (file) => {
  const { clamav } = env();
  if (!clamav) return null;
  let reply = '';
  try {
    reply = await instream(clamav, file);
  } catch {
    // Said below: whatever went wrong, the file was not scanned.
  }
  const found = reply.match(/^stream: (.+) FOUND$/)?.[1];
  if (found) return found;
  if (reply === 'stream: OK') return null;
  throw new RuleError({
    file: 'The file could not be scanned for viruses, so it was not added. Try again later',
  });
};
