// Loaded before the app. TRACE sends back what was sent, cookies included, and Next cannot make a
// request of it at all, nor of an address whose escapes are no text: it would answer 500, and without
// the headers of proxy.ts, whose business everything else is.
import { Server } from 'node:http';

/** @param {import('node:http').IncomingMessage} request */
function refusal({ method, url = '/' }) {
  if (method === 'TRACE') return 405;
  try {
    decodeURIComponent(url.split('?', 1)[0] ?? '');
  } catch {
    return 400;
  }
}

const { emit } = Server.prototype;
Server.prototype.emit = function emitWithoutTrace(event, ...args) {
  const [request, response] = args;
  const status = event === 'request' && refusal(request);
  if (!status) return emit.call(this, event, ...args);
  response.writeHead(status, {
    ...(status === 405 && { Allow: 'GET, HEAD, OPTIONS, POST' }),
    'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
    'X-Content-Type-Options': 'nosniff',
    Connection: 'close',
  });
  response.end();
  return true;
};
