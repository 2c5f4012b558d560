import type { Grid, GridSheet } from '@/lib/domain/import-grid';
import { IMPORT_LIMITS } from '@/lib/domain/import-limits';
import { startThread, type ThreadBounds } from '@/lib/threads/thread';
import type { Head } from './file-head';
import { type RefusalKey, type RefusedAbout, refused } from './refusals';

/** Before it is ended: 500,000 cells take some 150 MB. */
export const THREAD_BOUNDS: ThreadBounds = { heapMb: 256, seconds: 20 };

type Message =
  | { begun: true }
  | { sheet: Omit<GridSheet, 'rows'> }
  | { rows: GridSheet['rows'] }
  | { done: Grid['format'] }
  | { refused: RefusalKey; about: RefusedAbout };

interface Sheet extends Omit<GridSheet, 'rows'> {
  rows: Array<GridSheet['rows'][number]>;
}

/**
 * What a thread of its own makes of the bytes. It is ended when it takes too long or too much
 * memory, and a fault in it is no fault of the process.
 * @throws RuleError with the sentence that refuses the file
 * @throws Error when it is not the file's doing: the thread did not begin, or the machine failed it
 */
export function readInThread(bytes: Uint8Array, head: Head, bounds: ThreadBounds): Promise<Grid> {
  const worker = startThread(
    'lib/spreadsheets/reader/worker.mjs',
    // A copy: the caller's bytes stay its own.
    { bytes: Uint8Array.from(bytes), head, limits: IMPORT_LIMITS },
    bounds,
  );
  const sheets: Sheet[] = [];
  let begun = false;
  return new Promise<Grid>((resolve, reject) => {
    const timer = setTimeout(() => reject(refused('tooMuch')), bounds.seconds * 1000);
    worker.on('message', (message: Message) => {
      if ('begun' in message) {
        begun = true;
        return;
      }
      if ('refused' in message) return reject(refused(message.refused, message.about));
      if ('done' in message) return resolve({ format: message.done, sheets });
      if ('sheet' in message) sheets.push({ ...message.sheet, rows: [] });
      else sheets.at(-1)?.rows.push(...message.rows);
      // Asked for the next, so that whoever else waits for this thread has a turn in between.
      worker.postMessage('more');
    });
    worker.on('error', (error: NodeJS.ErrnoException) => {
      const full = error.code === 'ERR_WORKER_OUT_OF_MEMORY';
      if (!full && (!begun || error.syscall)) return reject(ofOurs(error));
      reject(Object.assign(refused(full ? 'tooMuch' : 'unread'), { cause: error }));
    });
    worker.on('exit', () => {
      clearTimeout(timer);
      reject(begun ? refused('unread') : ofOurs());
    });
  }).finally(() => worker.terminate());
}

function ofOurs(cause?: Error): Error {
  return new Error('The reader of spreadsheets does not work', { cause });
}
