import { parentPort } from 'node:worker_threads';
import { DRAWINGS } from './drawing';

export type DrawingKind = keyof typeof DRAWINGS;
export interface Question {
  kind: DrawingKind;
  of: unknown;
}

parentPort?.on('message', async ({ kind, of }: Question) => {
  try {
    parentPort?.postMessage({ answer: await DRAWINGS[kind](of as never) });
  } catch (error) {
    parentPort?.postMessage({ error: error instanceof Error ? error.message : String(error) });
  }
});
