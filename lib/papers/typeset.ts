import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { FONT_FAMILIES, fontFiles } from './fonts';
import type { Drawing } from './pdf-drawing';
import { PAPER_TEMPLATE } from './pdf-template';

export interface Typeset {
  pdf: Uint8Array;
  pages: number;
}

type Answer = { id: number } & (Typeset | { error: string });

interface Waiting {
  resolve(typeset: Typeset): void;
  reject(error: Error): void;
}

interface Desk {
  worker: Worker;
  waiting: Map<number, Waiting>;
}

let desk: Desk | undefined;
let asked = 0;

/**
 * A drawing as a PDF/UA-1 file. Drawn in a thread of its own, which starts with the first and keeps
 * its fonts for the next, one after another.
 * @throws Error when it cannot be drawn; its message holds no path
 */
export function typeset({ paper, pictures }: Drawing): Promise<Typeset> {
  const { worker, waiting } = open();
  const id = ++asked;
  return new Promise((resolve, reject) => {
    waiting.set(id, { resolve, reject });
    // Whoever waits for a PDF keeps the process alive; a desk without work does not.
    worker.ref();
    worker.postMessage({ id, drawing: { paper: JSON.stringify(paper), pictures } });
  });
}

function open(): Desk {
  if (desk) return desk;
  // From the folder the process runs in, like the fonts.
  const file = path.join(/* turbopackIgnore: true */ process.cwd(), 'lib/papers/pdf-worker.mjs');
  const worker = new Worker(/* turbopackIgnore: true */ file, {
    workerData: { template: PAPER_TEMPLATE, fonts: fontFiles(), family: FONT_FAMILIES[0] },
    // What the process was started with is for its server.
    execArgv: [],
  });
  const waiting: Desk['waiting'] = new Map();
  const opened: Desk = { worker, waiting };
  const close = (why: string) => {
    if (desk === opened) desk = undefined;
    for (const { reject } of waiting.values()) reject(new Error(withoutPaths(why)));
    waiting.clear();
  };
  worker.on('message', (answer: Answer) => {
    const waiter = waiting.get(answer.id);
    waiting.delete(answer.id);
    if (waiting.size === 0) worker.unref();
    if ('error' in answer) waiter?.reject(new Error(withoutPaths(answer.error)));
    else waiter?.resolve({ pdf: answer.pdf, pages: answer.pages });
  });
  worker.on('error', (error) => close(error.message));
  worker.on('exit', () => close('its thread ended'));
  worker.unref();
  desk = opened;
  return opened;
}

function withoutPaths(why: string): string {
  const plain = why.replace(/(?:[A-Za-z]:)?[\\/][^\s"')\]]*/g, '…').slice(0, 500);
  return `The PDF could not be drawn: ${plain}`;
}
