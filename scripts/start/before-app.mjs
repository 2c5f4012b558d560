// Loaded before the app. Whatever comes to its server passes lib/server/before-app first, which the
// app installs here as it starts; what comes before that waits for it.
import http, { Server } from 'node:http';

// A request that trickles in holds a connection and a piece of memory: its head has 20 seconds, and
// all of it five minutes, in which 20 MB of evidence come over the slowest line that is in use. Node
// says so and hangs up on what takes longer, looking every 5 seconds.
export const LIMITS = {
  headersTimeout: 20_000,
  requestTimeout: 300_000,
  connectionsCheckingInterval: 5000,
  // It would answer without the headers of ours.
  requireHostHeader: false,
};

const { createServer } = http;
http.createServer = function createLimitedServer(options, listener) {
  return typeof options === 'function'
    ? createServer(LIMITS, options)
    : createServer({ ...LIMITS, ...options }, listener);
};

/**
 * @typedef {(event: string, args: unknown[], pass: () => void) => boolean} Take whether it has dealt
 * with an event of a server, or will; `pass` gives it to the app
 */
const door = {
  /** @type {Take | undefined} */
  take: undefined,
  /** @type {Array<() => void>} */
  waiting: [],
  /** @param {Take} take */
  install(take) {
    door.take = take;
    for (const go of door.waiting.splice(0)) go();
  },
};
globalThis[Symbol.for('board-tracker.before-app')] = door;

const { emit } = Server.prototype;
Server.prototype.emit = function emitBeforeApp(event, ...args) {
  if (event === 'listening') {
    // Node asks these only where somebody listens: it would have bodies sent that are refused.
    for (const asked of ['checkContinue', 'checkExpectation']) this.on(asked, () => {});
  }
  const pass = () => emit.call(this, event === 'checkContinue' ? 'request' : event, ...args);
  if (!door.take && (event === 'request' || event === 'checkContinue')) {
    door.waiting.push(() => this.emit(event, ...args));
    return true;
  }
  return door.take?.(event, args, pass) ? true : emit.call(this, event, ...args);
};
