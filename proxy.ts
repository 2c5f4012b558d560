import { randomBytes } from 'node:crypto';
import { type NextRequest, NextResponse } from 'next/server';

/** 20 MB of evidence and the rest of its form; next.config.js cuts bodies off at the same size. */
const BODY_LIMIT = 22 * 1024 * 1024;

/** What needs no session (design, "Addresses"). */
const OPEN = /^\/(sign-in|invitation|accessibility|api\/health|api\/auth)(\/|$)/;

/** The names lib/server/session.ts gives its cookie; which one depends on the scheme. */
const SESSION_COOKIES = ['board-session', '__Host-board-session'];

/** A file is saved, never shown; should a browser show it all the same, it runs nothing. */
const DOWNLOAD =
  /^\/(evidence\/[^/]+\/file|(recommendations|commitments|local-actions)\.\w+|meetings\/[^/]+\/((paper|minutes)\.\w+|summary\.pdf)|papers\/[^/]+\/[^/]+\/(public\/)?[^/]+\.\w+)$/;
const DOWNLOAD_POLICY = "default-src 'none'; sandbox; frame-ancestors 'none'";

const HEADERS = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
  'X-Frame-Options': 'DENY',
  'Cross-Origin-Opener-Policy': 'same-origin',
};

/** Only scripts and styles of this response's own nonce run. Development needs more to reload. */
function contentSecurityPolicy(nonce: string): string {
  const developing = process.env.NODE_ENV === 'development';
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${developing ? " 'unsafe-eval'" : ''}`,
    `style-src 'self' ${developing ? "'unsafe-inline'" : `'nonce-${nonce}'`}`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/** Plain HTML, because nothing of the body is read: React would never see the request. */
const TOO_LARGE = `<!doctype html>
<html lang="en-GB"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>The file is too large</title></head>
<body><main><h1>The file is too large</h1>
<p>A file must be 20 MB or smaller. Nothing was saved.</p>
<p>Go back, choose a smaller file and send the form again.</p></main></body></html>`;

/** The address as the reader knows it, without what Next adds to fetch parts of a page. */
function readersPath({ pathname, search }: URL): string {
  const query = new URLSearchParams(search);
  query.delete('_rsc');
  const rest = query.toString();
  return rest ? `${pathname}?${rest}` : pathname;
}

function answer(request: NextRequest, requestHeaders: Headers): NextResponse {
  if (Number(request.headers.get('content-length') ?? 0) > BODY_LIMIT) {
    return new NextResponse(TOO_LARGE, {
      status: 413,
      headers: { 'Content-Type': 'text/html; charset=utf-8' },
    });
  }
  // A convenience: pages and actions check the session itself. A form that is sent without one
  // goes on to its action, which keeps its own way back.
  const reads = request.method === 'GET' || request.method === 'HEAD';
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

/** Before every request: security headers, the size limit, and the way to the sign-in page. */
export function proxy(request: NextRequest): NextResponse {
  const nonce = randomBytes(16).toString('base64');
  const policy = DOWNLOAD.test(request.nextUrl.pathname)
    ? DOWNLOAD_POLICY
    : contentSecurityPolicy(nonce);
  const requestHeaders = new Headers(request.headers);
  requestHeaders.set('x-nonce', nonce);
  requestHeaders.set('x-path', readersPath(request.nextUrl));
  // Next reads the nonce for its own scripts from here.
  requestHeaders.set('Content-Security-Policy', policy);

  const response = answer(request, requestHeaders);
  response.headers.set('Content-Security-Policy', policy);
  for (const [name, value] of Object.entries(HEADERS)) response.headers.set(name, value);
  return response;
}

export const config = {
  // References hold dots (/commitments/c3.1), so files are named one by one.
  matcher: ['/((?!_next/static/|_next/image|favicon\\.(?:ico|svg)$).*)'],
};
