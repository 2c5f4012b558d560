// Loaded before the app. A request that trickles in holds a connection and a piece of memory: its
// head has 20 seconds, and all of it five minutes, in which 20 MB of evidence come over the slowest
// line that is in use. Node answers 408 and hangs up on what takes longer, looking every 5 seconds.
import http from 'node:http';

export const LIMITS = {
  headersTimeout: 20_000,
  requestTimeout: 300_000,
  connectionsCheckingInterval: 5000,
};

const { createServer } = http;
http.createServer = function createLimitedServer(options, listener) {
  return typeof options === 'function'
    ? createServer(LIMITS, options)
    : createServer({ ...LIMITS, ...options }, listener);
};
