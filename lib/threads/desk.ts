import type { Worker } from 'node:worker_threads';
import { startThread, type ThreadBounds } from './thread';

/** What a thread at a desk says of a question. */
export type DeskAnswer<Answer> = { answer: Answer } | { error: string };

interface DeskRules extends ThreadBounds {
  /** Of the thread, as seen from the folder the process runs in. */
  file: string;
  /** What it begins with. */
  data?: () => unknown;
  /** Begins every sentence that tells what went wrong: 'The PDF could not be drawn'. */
  failed: string;
}

/**
 * A thread that answers one question after another: it starts with the first, and keeps what it
 * has loaded for the next. One that takes too long or too much memory, or whose asker has gone, is
 * ended, and the next question starts another.
 */
export function openDesk<Question, Answer>({ file, data, failed, ...bounds }: DeskRules) {
  let worker: Worker | undefined;
  let current: { answered(said: DeskAnswer<Answer>): void; left(why: Error): void } | undefined;
  let last: Promise<unknown> = Promise.resolve();

  const failure = (why: string, cause?: unknown) =>
    new Error(`${failed}: ${withoutPaths(why)}`, cause ? { cause } : undefined);

  function start(): Worker {
    const started = startThread(file, data?.(), bounds);
    const close = (why: string) => {
      if (worker !== started) return;
      worker = undefined;
      current?.left(failure(why));
    };
    started.on('message', (said: DeskAnswer<Answer>) => {
      if (worker === started) current?.answered(said);
    });
    started.on('error', (error) => close(error.message));
    started.on('exit', () => close('its thread ended'));
    worker = started;
    return started;
  }

  function end() {
    void worker?.terminate();
    worker = undefined;
  }

  function once(question: Question, signal?: AbortSignal): Promise<Answer> {
    signal?.throwIfAborted();
    const asked = worker ?? start();
    // Whoever waits for an answer keeps the process alive; a desk without work does not.
    asked.ref();
    let timer: NodeJS.Timeout | undefined;
    let leave = () => {};
    return new Promise<Answer>((resolve, reject) => {
      current = {
        answered: (said) => ('error' in said ? reject(failure(said.error)) : resolve(said.answer)),
        left: reject,
      };
      const stop = (why: unknown) => {
        end();
        reject(why);
      };
      leave = () => stop(signal?.reason);
      timer = setTimeout(
        () => stop(failure(`it took more than ${bounds.seconds} seconds`)),
        bounds.seconds * 1000,
      );
      signal?.addEventListener('abort', leave);
      asked.postMessage(question);
    }).finally(() => {
      current = undefined;
      clearTimeout(timer);
      signal?.removeEventListener('abort', leave);
      asked.unref();
    });
  }

  return {
    /**
     * @param signal of whoever asks: once they have gone, nothing is done for them
     * @throws Error when there is no answer; its message holds no path
     */
    ask(question: Question, signal?: AbortSignal): Promise<Answer> {
      const asked = last.then(() => once(question, signal));
      last = asked.catch(() => undefined);
      return asked;
    },
  };
}

function withoutPaths(why: string): string {
  return why.replace(/(?:[A-Za-z]:)?[\\/][^\s"')\]]*/g, '…').slice(0, 500);
}
