import { randomBytes } from 'node:crypto';
import { type NextRequest, NextResponse } from 'next/server';
import { env } from '@/lib/server/env';
import { isFromHere } from '@/lib/server/same-origin';
import { securityHeaders } from '@/lib/server/security-headers';

/** What needs no session (design, "Addresses"), and what every page is drawn with. */
const OPEN =
  /^\/((sign-in|invitation|reset|accessibility|about\/permissions|api\/health|api\/auth|api\/session|_next)(\/|$)|favicon\.svg$)/;

/** The names lib/server/session.ts gives its cookie; which one depends on the scheme. */
const SESSION_COOKIES = ['board-session', '__Host-board-session'];

/** A file is saved, never shown. */
const DOWNLOAD =
  /^\/(evidence\/[^/]+\/file|activity(\/security)?\/csv|people\/[^/]+\/held\.zip|\w+(-\w+)*(\.(xlsx|csv)|\/export\/\w+)|meetings\/[^/]+\/((paper|minutes)\.\w+|summary\.pdf|paper\/files\/[^/]+)|papers\/[^/]+\/[^/]+\/(public\/)?[^/]+\.\w+)$/;

/** The address as the reader knows it, without what Next adds to fetch parts of a page. */
function readersPath({ pathname, search }: URL): string {
  const query = new URLSearchParams(search);
  query.delete('_rsc');
  const rest = query.toString();
  return rest ? `${pathname}?${rest}` : pathname;
}

function answer(request: NextRequest, requestHeaders: Headers): NextResponse {
  const reads = request.method === 'GET' || request.method === 'HEAD';
  // A convenience: pages and actions check the session itself. A form that is sent without one
  // goes on to its action, which keeps its own way back.
  const known = SESSION_COOKIES.some((name) => request.cookies.has(name));
  if (reads && !known && !OPEN.test(request.nextUrl.pathname)) {
    const to = requestHeaders.get('x-path') ?? '/';
    const address = request.nextUrl.clone();
    address.pathname = '/sign-in';
    address.search = to === '/' ? '' : `?to=${encodeURIComponent(to)}`;
    return NextResponse.redirect(address, 303);
  }
  return NextResponse.next({ request: { headers: requestHeaders } });
}

/**
 * Before every request: security headers, and the way to the sign-in page. What is turned away
 * does not get this far: lib/server/before-app.
 */
export function proxy(request: NextRequest): NextResponse {
  const nonce = randomBytes(16).toString('base64');
  const headers = securityHeaders({
    nonce,
    download: DOWNLOAD.test(request.nextUrl.pathname),
    appUrl: env().appUrl,
    developing: process.env.NODE_ENV === 'development',
  });
  const requestHeaders = new Headers(request.headers);
  requestHeaders.set('x-nonce', nonce);
  requestHeaders.set('x-path', readersPath(request.nextUrl));
  // Next reads the nonce for its own scripts from here.
  requestHeaders.set('Content-Security-Policy', headers['Content-Security-Policy'] ?? '');
  // Next compares the same two again, and knows nothing of APP_URL: it would answer 500.
  const origin = request.headers.get('origin');
  if (origin && isFromHere(request.headers, env().appUrl)) {
    requestHeaders.set('x-forwarded-host', new URL(origin).host);
  }

  const response = answer(request, requestHeaders);
  for (const [name, value] of Object.entries(headers)) response.headers.set(name, value);
  return response;
}
