import { hkdfSync, randomBytes } from 'node:crypto';
import { cookies } from 'next/headers';
import type { PersonActor } from '@/lib/domain/permissions';
import { env } from './env';
import { COOKIE_SECONDS, cookieName, cookieOptions } from './own-cookies';

/**
 * What the words are sealed with that somebody types into this browser and has not saved: a key
 * that is theirs alone, and gone once they sign out. Signing out takes the browser's part of it
 * away, so that nobody opens what was sealed before. A session that times out does not.
 * @returns 32 bytes as base64; null for a browser that has no part
 */
export async function sealKeyOf({ id }: Pick<PersonActor, 'id'>): Promise<string | null> {
  const part = (await cookies()).get(cookieName('words'))?.value;
  if (!part) return null;
  const { authSecret } = env();
  return Buffer.from(hkdfSync('sha256', authSecret, part, `words of ${id}`, 32)).toString('base64');
}

/** Gives the browser its part of the key for as long as its session can last; it keeps one it has. */
export async function startSealing(): Promise<void> {
  const store = await cookies();
  const name = cookieName('words');
  const part = store.get(name)?.value ?? randomBytes(24).toString('base64url');
  store.set(name, part, cookieOptions(COOKIE_SECONDS));
}
