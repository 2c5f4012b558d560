import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { env } from '@/lib/server/env';
import { type RefusalKind, turnAway } from '@/lib/server/plain-page';
import { securityHeaders } from '@/lib/server/security-headers';

/** Nothing runs, and nothing is loaded, in an answer that is not the app's. */
const BARE_POLICY =
  "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** The security headers of an answer that the app itself does not give. */
export function bareHeaders(): Record<string, string> {
  const { appUrl } = env();
  const usual = securityHeaders({ nonce: '', download: true, appUrl, developing: false });
  return { ...usual, 'Content-Security-Policy': BARE_POLICY };
}

export const ALLOW = { Allow: 'GET, HEAD, OPTIONS, POST' };

/**
 * How much of a refused body is still taken from the network, and thrown away: a browser that is
 * hung up on while it sends shows an error of its own in the place of our words. Of many at once
 * most are left unread: nobody's page waits for what is thrown away.
 */
const LINGER = { bytes: 32 * 1024 * 1024, ms: 5000, atOnce: 4, unreadMs: 1000 };
let reading = 0;

function linger(socket: Socket): void {
  socket.destroySoon = () => {
    socket.end();
    const reads = reading < LINGER.atOnce;
    if (reads) reading += 1;
    else socket.pause();
    const upTo = socket.bytesRead + LINGER.bytes;
    const until = Date.now() + (reads ? LINGER.ms : LINGER.unreadMs);
    const timer = setInterval(() => {
      if (socket.bytesRead > upTo || Date.now() > until) socket.destroy();
    }, 50);
    timer.unref();
    socket.once('close', () => {
      clearInterval(timer);
      if (reads) reading -= 1;
    });
  };
}

/** Answers without the app, and hangs up: what else was sent is not read. */
export function answerBarely(
  response: ServerResponse,
  status: number,
  headers: Record<string, string> = {},
  body = '',
): void {
  if (response.headersSent) return;
  if (response.socket) linger(response.socket);
  response.writeHead(status, {
    ...bareHeaders(),
    'Cache-Control': 'no-store',
    'Content-Length': String(Buffer.byteLength(body)),
    Connection: 'close',
    ...headers,
  });
  response.end(response.req.method === 'HEAD' ? '' : body);
}

/** A page in our words; a form that was sent by a script has one still, and is given a sentence. */
export function refuse(
  request: IncomingMessage,
  response: ServerResponse,
  kind: RefusalKind,
): void {
  const { status, page, sentence } = turnAway(kind, env().appUrl);
  const scripted = 'next-action' in request.headers;
  answerBarely(
    response,
    status,
    {
      // Next shows the sentence only under this very name, without a charset.
      'Content-Type': scripted ? 'text/plain' : 'text/html; charset=utf-8',
      // So that the form can tell it from what somebody on the way says.
      ...(scripted && { 'X-Refused': String(status) }),
      ...(status === 405 && ALLOW),
      ...(status === 503 && { 'Retry-After': '60' }),
    },
    scripted ? sentence : page,
  );
}
