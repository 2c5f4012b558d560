// @ts-check
// Reads one upload beside the thread that answers requests, in bounded memory, and can be stopped
// at any moment. Plain JavaScript like all of this folder, since no bundler reads it.
import { once } from 'node:events';
import { parentPort, workerData } from 'node:worker_threads';
import { readCsv } from './csv.mjs';
import { Refusal } from './refusal.mjs';
import { readXlsx } from './xlsx.mjs';

/** So many rows go over at once; what asked for them answers others in between. */
const BLOCK = 500;

const { bytes, head, limits } = workerData;

async function read() {
  const grid = head === 'zip' ? await readXlsx(bytes, limits) : readCsv(bytes, limits);
  for (const { rows, ...sheet } of grid.sheets) {
    await say({ sheet });
    for (let at = 0; at < rows.length; at += BLOCK) await say({ rows: rows.slice(at, at + BLOCK) });
  }
  parentPort?.postMessage({ done: grid.format });
}

/** @param {unknown} message */
async function say(message) {
  if (!parentPort) throw new Error('This is read in a thread of its own.');
  const answered = once(parentPort, 'message');
  parentPort.postMessage(message);
  await answered;
}

// From here on what goes wrong is the file's doing.
parentPort?.postMessage({ begun: true });
try {
  await read();
} catch (error) {
  if (!(error instanceof Refusal)) throw error;
  parentPort?.postMessage({ refused: error.key, about: error.about });
}
