import type { IncomingMessage, ServerResponse } from 'node:http';
import { env } from '@/lib/server/env';
import { log } from '@/lib/server/log';
import { isFromHere, originSeen } from '@/lib/server/same-origin';
import { ALLOW, answerBarely, refuse } from './refuse';

/** How browsers and React send forms; only an API of next-auth takes more. */
const FORM = /^(multipart\/form-data;.*\bboundary=|application\/x-www-form-urlencoded|text\/plain)/;

export const pathOf = ({ url = '/' }: IncomingMessage): string => url.split('?', 1)[0] ?? '/';

/** Of Next's own, while developing. */
const isNextsOwn = (path: string) =>
  process.env.NODE_ENV === 'development' && /^\/(__nextjs|_next\/)/.test(path);

function hasAddress({ headers, httpVersion, url = '' }: IncomingMessage): boolean {
  if (headers.host === undefined && httpVersion === '1.1') return false;
  try {
    decodeURIComponent(url.split('?', 1)[0] ?? '');
    return true;
  } catch {
    // Its escapes are no text. Next cannot make a request of it, and would answer 500.
    return false;
  }
}

function originHeaders({ headers }: IncomingMessage): Headers {
  const sent = new Headers();
  for (const name of ['origin', 'host', 'sec-fetch-site']) {
    const value = headers[name];
    if (typeof value === 'string') sent.set(name, value);
  }
  return sent;
}

/** The answer to a request whose head says that it goes no further; null when it may. */
export function answerToWrong(
  request: IncomingMessage,
  response: ServerResponse,
): (() => void) | null {
  const { method, headers } = request;
  const path = pathOf(request);
  // TRACE sends back what was sent, cookies included.
  if (method === 'TRACE') return () => answerBarely(response, 405, ALLOW);
  if (!hasAddress(request)) return () => answerBarely(response, 400);
  if (method === 'OPTIONS') return () => answerBarely(response, 204, ALLOW);
  if (method === 'GET' || method === 'HEAD' || isNextsOwn(path)) return null;
  if (method !== 'POST') return () => refuse(request, response, 'method');
  const from = originHeaders(request);
  const { appUrl } = env();
  if (!isFromHere(from, appUrl)) {
    return () => {
      const seen = originSeen(from);
      log.warn({ seen, expected: appUrl }, 'A form sent from another address was turned away');
      refuse(request, response, 'elsewhere');
    };
  }
  const type = headers['content-type']?.toLowerCase();
  if (type === undefined || FORM.test(type) || path.startsWith('/api/')) return null;
  const kind = type.startsWith('multipart/form-data') ? 'unreadable' : 'no form';
  return () => refuse(request, response, kind);
}
