import { connect } from 'node:net';
import { beforeAll, describe, expect, test } from 'vitest';
import { BODY_LIMITS } from '@/lib/domain/body-limits';
import { app, ask, cookieOf, db, personOf } from '../support/http';
import { forgedCookie } from '../support/session-cookie';

const MB = 1024 * 1024;
const ASK = '/recommendations/r1/ask';
const FILE = '/recommendations/r1/evidence/file';
const { hostname, port } = new URL(app.address);

let cookie = '';
beforeAll(async () => {
  cookie = await cookieOf(await personOf('officer'));
});

interface Head {
  path?: string;
  method?: string;
  cookie?: string;
  origin?: string;
  more?: string[];
}

/** The head of a request as a browser would send it. */
function head({ path = ASK, method = 'POST', origin = app.address, ...rest }: Head): string {
  const lines = [
    `${method} ${path} HTTP/1.1`,
    `Host: ${hostname}:${port}`,
    `Origin: ${origin}`,
    'Content-Type: multipart/form-data; boundary=x',
    ...(rest.cookie ? [`Cookie: ${rest.cookie}`] : []),
    ...(rest.more ?? []),
  ];
  return `${lines.join('\r\n')}\r\n\r\n`;
}

/** What is answered to these bytes, until the app hangs up; and how many of `then` it took before. */
function send(text: string, then?: { piece: Buffer; times: number }) {
  return new Promise<{ said: string; taken: number }>((resolve) => {
    let said = '';
    let left = then?.times ?? 0;
    const socket = connect(Number(port), hostname, () => socket.write(text));
    const more = () => {
      while (left > 0 && !socket.destroyed) {
        left -= 1;
        if (!socket.write(then?.piece ?? '')) return;
      }
    };
    socket.on('connect', more).on('drain', more);
    socket.on('data', (piece) => {
      said += String(piece);
      // It was told to: whoever reads an answer sends no more.
      left = 0;
    });
    socket.on('error', () => {});
    socket.on('close', () => resolve({ said, taken: socket.bytesWritten }));
  });
}

const SECURITY = [
  /^content-security-policy: default-src 'none';.*frame-ancestors 'none'\r$/im,
  /^x-content-type-options: nosniff\r$/im,
  /^referrer-policy: same-origin\r$/im,
  /^permissions-policy: /im,
  /^x-frame-options: DENY\r$/im,
  /^cross-origin-opener-policy: same-origin\r$/im,
  /^cross-origin-resource-policy: same-origin\r$/im,
];
/** The status of an answer that carries the security headers, and then hangs up. */
function statusOf(said: string): number {
  for (const header of [...SECURITY, /^connection: close\r$/im]) expect(said).toMatch(header);
  return Number(/^HTTP\/1\.1 (\d+) /.exec(said)?.[1]);
}

describe('what is no request', () => {
  test.each([
    ['nothing that HTTP knows', 'GARBAGE\r\n\r\n', 400],
    ['without a host', 'GET / HTTP/1.1\r\n\r\n', 400],
    ['with a head that is too large', `GET / HTTP/1.1\r\nX: ${'a'.repeat(40_000)}\r\n\r\n`, 431],
    ['with a size twice', head({ more: ['Content-Length: 1', 'Content-Length: 2'] }), 400],
    ['that expects something else', head({ more: ['Expect: cake', 'Content-Length: 1'] }), 417],
    [
      'for another protocol',
      head({ method: 'GET', more: ['Upgrade: x', 'Connection: Upgrade'] }),
      400,
    ],
    ['TRACE', head({ method: 'TRACE' }), 405],
    ['escapes that are no text', head({ path: '/%ff', method: 'GET' }), 400],
  ])('%s is answered with the headers', async (_, bytes, status) => {
    expect(statusOf((await send(bytes)).said)).toBe(status);
  });
});

/** Signed with our secret and run out; signed with another; no token at all. */
const NO_SESSIONS = () =>
  Promise.all([
    forgedCookie(app.authSecret, -60),
    forgedCookie('a secret that is not of this app at all'),
    'board-session=garbage',
    undefined,
  ]);

describe('a body is refused by what its head says', () => {
  test('a gigabyte, of which no more is read than a browser needs to hear the answer', async () => {
    const then = { piece: Buffer.alloc(MB, 'a'), times: 1000 };
    const { said } = await send(head({ cookie, more: ['Content-Length: 1000000000'] }), then);
    expect(statusOf(said)).toBe(413);
    expect(said).toContain('The form holds too much');
  });

  test('above 22 MB on a page that takes a file', async () => {
    const more = [`Content-Length: ${BODY_LIMITS.upload + 1}`];
    const { said } = await send(head({ path: FILE, cookie, more }));
    expect(statusOf(said)).toBe(413);
    expect(said).toContain('A file must be 20 MB or smaller. Nothing was saved.');
  });

  test('above 64 kB of whoever holds no session that we signed and that has not run out', async () => {
    for (const none of await NO_SESSIONS()) {
      const more = [`Content-Length: ${BODY_LIMITS.nobody + 1}`];
      const { said } = await send(head({ path: FILE, cookie: none, more }));
      expect([none, statusOf(said)]).toEqual([none, 413]);
      expect(said).toContain('Sign in in another tab');
    }
  });

  test.each<[string, Head]>([
    ['another site', { origin: 'https://evil.example' }],
    ['another method', { method: 'PUT' }],
    ['a way of putting it that is no form', { more: ['Content-Type: text/xml'] }],
    ['an address that is none', { path: '/%ff' }],
  ])('whatever else is wrong with it: %s', async (_, wrong) => {
    const more = [`Content-Length: ${30 * MB}`, ...(wrong.more ?? [])];
    expect(statusOf((await send(head({ cookie, ...wrong, more }))).said)).toBe(413);
  });

  test.each<[number, Head]>([
    [403, { origin: 'https://evil.example' }],
    [405, { method: 'PUT' }],
  ])('what ends in %i is not read', async (status, wrong) => {
    const more = [`Content-Length: ${20 * MB}`];
    const { said } = await send(head({ path: FILE, cookie, ...wrong, more }));
    expect(statusOf(said)).toBe(status);
  });

  test('before it is asked for, where a caller waits for that', async () => {
    const more = ['Expect: 100-continue', `Content-Length: ${2 * MB}`];
    expect((await send(head({ cookie, more }))).said).toMatch(/^HTTP\/1\.1 413 /);
    const socket = connect(Number(port), hostname);
    const small = ['Expect: 100-continue', 'Content-Length: 100'];
    socket.write(head({ cookie, more: small }));
    const said = await new Promise((resolve) => socket.once('data', resolve));
    expect(String(said)).toBe('HTTP/1.1 100 Continue\r\n\r\n');
    socket.destroy();
  });
});

describe('a body that does not say how large it is', () => {
  const chunk = (piece: Buffer) =>
    Buffer.concat([Buffer.from(`${piece.length.toString(16)}\r\n`), piece, Buffer.from('\r\n')]);
  const chunked = ['Transfer-Encoding: chunked'];

  test.each<[string, Head, number, string]>([
    ['a form', { path: ASK }, 1, 'The form holds too much'],
    ['a file', { path: FILE }, 22, 'The file is too large'],
  ])('of %s is refused when it passes the limit', async (_, more, limit, words) => {
    const before = await db.auditEvent.count();
    const then = { piece: chunk(Buffer.alloc(MB, 'a')), times: limit + 1 };
    const { said } = await send(head({ cookie, ...more, more: chunked }), then);
    expect(statusOf(said)).toBe(413);
    expect(said).toContain(words);
    expect(await db.auditEvent.count()).toBe(before);
    expect((await ask('/', { cookie })).status).toBe(200);
  });

  test('is refused above 64 kB of nobody', async () => {
    const then = { piece: chunk(Buffer.alloc(BODY_LIMITS.nobody + 1, 'a')), times: 1 };
    const { said } = await send(head({ path: '/sign-in', more: chunked }), then);
    expect(statusOf(said)).toBe(413);
  });
});

test('what was begun and given up is nobody’s fault: the log says nothing, and the app goes on', async () => {
  const events = await db.auditEvent.count();
  const sockets = Array.from({ length: 20 }, () => {
    const socket = connect(Number(port), hostname);
    socket.write(`${head({ cookie, more: ['Content-Length: 5000'] })}--x\r\n`);
    return socket;
  });
  await Promise.all(
    sockets.map((socket) => new Promise<void>((resolve) => socket.write('a', () => resolve()))),
  );
  for (const socket of sockets) socket.destroy();
  expect((await ask('/', { cookie })).status).toBe(200);
  expect(await db.auditEvent.count()).toBe(events);
});
