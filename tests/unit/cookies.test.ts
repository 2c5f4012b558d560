import { afterEach, expect, test, vi } from 'vitest';

afterEach(() => {
  vi.unstubAllEnvs();
  vi.resetModules();
});

/** The cookies of an app that people reach at an address. */
async function at(appUrl: string) {
  vi.stubEnv('APP_URL', appUrl);
  vi.stubEnv('DATABASE_URL', 'postgresql://board@localhost/board');
  vi.stubEnv('AUTH_SECRET', 'x'.repeat(40));
  vi.resetModules();
  return import('@/lib/server/own-cookies');
}

test('on https a cookie is of this host alone, and never goes over the wire in clear', async () => {
  const { cookieName, cookieOptions } = await at('https://board.example');
  expect(['session', 'pending', 'kept'].map((name) => cookieName(name as 'session'))).toEqual([
    '__Host-board-session',
    '__Host-board-pending',
    '__Host-board-kept',
  ]);
  // What browsers ask of the prefix: Secure, the whole site, and no domain.
  expect(cookieOptions(60)).toEqual({
    httpOnly: true,
    sameSite: 'lax',
    path: '/',
    secure: true,
    maxAge: 60,
  });
});

test('without https it has no prefix, and no script reads it all the same', async () => {
  const { cookieName, cookieOptions } = await at('http://localhost:3000');
  expect(cookieName('session')).toBe('board-session');
  expect(cookieOptions(60)).toMatchObject({ httpOnly: true, sameSite: 'lax', secure: false });
});
