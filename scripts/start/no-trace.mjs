// Loaded before the app. TRACE sends back what was sent, cookies included, and Next cannot make a
// request of it at all: it would answer 500. Other methods are the business of proxy.ts.
import { Server } from 'node:http';

const { emit } = Server.prototype;
Server.prototype.emit = function emitWithoutTrace(event, ...args) {
  const [request, response] = args;
  if (event !== 'request' || request.method !== 'TRACE') return emit.call(this, event, ...args);
  response.writeHead(405, {
    Allow: 'GET, HEAD, OPTIONS, POST',
    'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
    'X-Content-Type-Options': 'nosniff',
    Connection: 'close',
  });
  response.end();
  return true;
};
