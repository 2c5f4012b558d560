import type { IncomingMessage } from 'node:http';

/** What becomes of a body that is read before the app sees its request. */
interface Outcome {
  /** It is all there, and waits in the request for whoever reads it. */
  whole(): void;
  tooLarge(): void;
  /** Less than a trickle came for too long. */
  tooSlow(): void;
}

export interface Body {
  /** Has it read on, up to so many bytes; until then it stays with the network. */
  open(limit: number): void;
  /** What comes from now on is thrown away. */
  drop(): void;
}

/** A body that is not done brings so many bytes in so many milliseconds, or is given up. */
const SLOWEST = { bytes: 320 * 1024, within: 20_000 };

/**
 * Holds the body of a request until it is told to read it. To be called in the turn in which the
 * request came; nothing else may read it meanwhile.
 */
export function holdBody(request: IncomingMessage, outcome: Outcome): Body {
  const { push } = request;
  let limit: number | undefined;
  let size = 0;
  let [ended, over] = [false, false];
  let watch: NodeJS.Timeout | undefined;

  const end = (how: () => void) => {
    over = true;
    clearInterval(watch);
    how();
  };
  const settle = () => {
    if (over || limit === undefined) return;
    if (size > limit) end(outcome.tooLarge);
    else if (ended) end(outcome.whole);
  };
  // What Node's parser calls with each piece, and with null at the end; false stops the reading.
  request.push = (piece, encoding) => {
    if (over) return true;
    ended = piece === null;
    size += piece?.length ?? 0;
    if (limit === undefined || size <= limit) push.call(request, piece, encoding);
    settle();
    return limit !== undefined;
  };
  request.once('close', () => clearInterval(watch));
  return {
    open(upTo) {
      limit = upTo;
      let before = size;
      watch = setInterval(() => {
        const slow = size - before < SLOWEST.bytes;
        before = size;
        if (slow) end(outcome.tooSlow);
      }, SLOWEST.within);
      watch.unref();
      request.socket.resume();
      settle();
    },
    drop() {
      end(() => {});
    },
  };
}
