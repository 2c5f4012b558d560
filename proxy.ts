import { randomBytes } from 'node:crypto';
import { type NextRequest, NextResponse } from 'next/server';
import { env } from '@/lib/server/env';
import { log } from '@/lib/server/log';
import { type RefusalStatus, turnedAwayPage, turnedAwaySentence } from '@/lib/server/plain-page';
import { isFromHere, originSeen } from '@/lib/server/same-origin';
import { securityHeaders } from '@/lib/server/security-headers';

/** 20 MB of evidence and the rest of its form; next.config.js cuts bodies off at the same size. */
const BODY_LIMIT = 22 * 1024 * 1024;

/** What needs no session (design, "Addresses"), and what every page is drawn with. */
const OPEN =
  /^\/((sign-in|invitation|reset|accessibility|about\/permissions|api\/health|api\/auth|api\/session|_next)(\/|$)|favicon\.svg$)/;

/** The names lib/server/session.ts gives its cookie; which one depends on the scheme. */
const SESSION_COOKIES = ['board-session', '__Host-board-session'];

/** A file is saved, never shown. */
const DOWNLOAD =
  /^\/(evidence\/[^/]+\/file|activity(\/security)?\/csv|people\/[^/]+\/held\.zip|\w+(-\w+)*(\.(xlsx|csv)|\/export\/\w+)|meetings\/[^/]+\/((paper|minutes)\.\w+|summary\.pdf|paper\/files\/[^/]+)|papers\/[^/]+\/[^/]+\/(public\/)?[^/]+\.\w+)$/;

/** How browsers and React send forms; only an API of next-auth takes more. */
const FORM = /^(multipart\/form-data;.*\bboundary=|application\/x-www-form-urlencoded|text\/plain)/;

/** The address as the reader knows it, without what Next adds to fetch parts of a page. */
function readersPath({ pathname, search }: URL): string {
  const query = new URLSearchParams(search);
  query.delete('_rsc');
  const rest = query.toString();
  return rest ? `${pathname}?${rest}` : pathname;
}

/** Why a request that is not a plain reading goes no further; undefined when it may. */
function refusal({ method, headers, nextUrl }: NextRequest): RefusalStatus | undefined {
  if (method !== 'POST') return 405;
  if (!isFromHere(headers, env().appUrl)) return 403;
  if (Number(headers.get('content-length') ?? 0) > BODY_LIMIT) return 413;
  const type = headers.get('content-type')?.toLowerCase();
  if (type === undefined || FORM.test(type) || nextUrl.pathname.startsWith('/api/')) return;
  return type.startsWith('multipart/form-data') ? 400 : 415;
}

const ALLOW = { Allow: 'GET, HEAD, OPTIONS, POST' };

/** A page in our words; a form that was sent by a script has one still, and is given a sentence. */
function turnAway({ headers }: NextRequest, status: RefusalStatus): NextResponse {
  const { appUrl } = env();
  if (status === 403) {
    const seen = originSeen(headers);
    log.warn({ seen, expected: appUrl }, 'A form sent from another address was turned away');
  }
  const scripted = headers.has('next-action');
  const words = scripted ? turnedAwaySentence : turnedAwayPage;
  return new NextResponse(words(status, appUrl), {
    status,
    headers: {
      // Next shows the sentence only under this very name, without a charset.
      'Content-Type': scripted ? 'text/plain' : 'text/html; charset=utf-8',
      'Cache-Control': 'no-store',
      // So that the form can tell it from what somebody on the way says.
      ...(scripted && { 'X-Refused': String(status) }),
      ...(status === 405 && ALLOW),
    },
  });
}

function answer(request: NextRequest, requestHeaders: Headers): NextResponse {
  const { method } = request;
  if (method === 'OPTIONS') return new NextResponse(null, { status: 204, headers: ALLOW });
  const reads = method === 'GET' || method === 'HEAD';
  const status = reads ? undefined : refusal(request);
  if (status) return turnAway(request, status);
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

/** Before every request: security headers, what is turned away, and the way to the sign-in page. */
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
