import { cookies } from 'next/headers';
import { env } from './env';

/** `__Host-` cookies need https, so their names follow the scheme of APP_URL. */
function secure(): boolean {
  return env().appUrl.startsWith('https:');
}

type OwnCookie = 'session' | 'device' | 'pending' | 'kept' | 'words' | `sso-${string}`;

/** The name of a cookie of ours: on https no other host can set or read it. */
export function cookieName(name: OwnCookie): string {
  return `${secure() ? '__Host-' : ''}board-${name}`;
}

/** No script reads it, and no other site’s form carries it. */
export function cookieOptions(maxAge: number) {
  return { httpOnly: true, sameSite: 'lax' as const, path: '/', secure: secure(), maxAge };
}

/** On https a browser ignores the deletion of a `__Host-` cookie that does not look like one. */
export async function deleteCookie(name: OwnCookie): Promise<void> {
  (await cookies()).set(cookieName(name), '', cookieOptions(0));
}

/**
 * Longer than any session: the row says whether it still counts. The cookie of one that has timed
 * out says whose words a form holds that is sent too late.
 */
export const COOKIE_SECONDS = 48 * 3600;
