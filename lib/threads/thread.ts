import path from 'node:path';
import { Worker } from 'node:worker_threads';

export interface ThreadBounds {
  /** Of its own memory; what native code takes is not counted. */
  heapMb: number;
  seconds: number;
}

/**
 * Starts a thread that may take so much memory.
 * @param file plain JavaScript, as seen from the folder the process runs in: no bundler follows it
 * @param data what it begins with
 */
export function startThread(file: string, data: unknown, { heapMb }: ThreadBounds): Worker {
  const whole = path.join(/* turbopackIgnore: true */ process.cwd(), file);
  return new Worker(/* turbopackIgnore: true */ whole, {
    workerData: data,
    resourceLimits: { maxOldGenerationSizeMb: heapMb },
    // What the process was started with is for its server.
    execArgv: [],
  });
}
