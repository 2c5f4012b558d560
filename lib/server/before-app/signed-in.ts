import { decode } from 'next-auth/jwt';
import { env } from '@/lib/server/env';
import { cookieName } from '@/lib/server/own-cookies';

/**
 * Whether a request carries the cookie of a session that we gave out, and that has not run out. It
 * costs no query: whether the session still counts, the app asks.
 */
export async function holdsSession(cookies: string | undefined): Promise<boolean> {
  const name = `${cookieName('session')}=`;
  const token = cookies
    ?.split(';')
    .map((cookie) => cookie.trim())
    .find((cookie) => cookie.startsWith(name))
    ?.slice(name.length);
  if (!token) return false;
  try {
    const held = await decode({ token, secret: env().authSecret });
    return typeof held?.sid === 'string';
  } catch {
    return false;
  }
}
