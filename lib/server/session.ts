import { createHash, randomBytes } from 'node:crypto';
import { cookies, headers } from 'next/headers';
import { redirect } from 'next/navigation';
import NextAuth, { type NextAuthOptions } from 'next-auth';
import { decode } from 'next-auth/jwt';
import CredentialsProvider from 'next-auth/providers/credentials';
import { cache } from 'react';
import type { Context } from '@/lib/data/context';
import { actorOfSession, SESSION_HOURS, signIn, signOut } from '@/lib/data/sessions';
import type { PersonActor } from '@/lib/domain/permissions';
import { database } from './database';
import { env } from './env';

/** `__Host-` cookies need https, so their names follow the scheme of APP_URL. */
function secure(): boolean {
  return env().appUrl.startsWith('https:');
}
function sessionCookie(): string {
  return `${secure() ? '__Host-' : ''}board-session`;
}
function csrfCookie(): string {
  return `${secure() ? '__Host-' : ''}board-csrf`;
}

/**
 * next-auth's settings. Its cookie is a signed token that holds only the id of a Session row: the
 * row says who it is and whether it still counts (see `actorOfSession`).
 */
export function authOptions(): NextAuthOptions {
  const cookie = { httpOnly: true, sameSite: 'lax' as const, path: '/', secure: secure() };
  return {
    secret: env().authSecret,
    session: { strategy: 'jwt', maxAge: SESSION_HOURS * 3600 },
    pages: { signIn: '/sign-in', error: '/sign-in', signOut: '/sign-in' },
    useSecureCookies: secure(),
    cookies: {
      sessionToken: { name: sessionCookie(), options: cookie },
      csrfToken: { name: csrfCookie(), options: cookie },
    },
    providers: [
      CredentialsProvider({
        name: 'Password',
        credentials: {
          email: { label: 'Email address', type: 'email' },
          password: { label: 'Password', type: 'password' },
        },
        async authorize(given) {
          if (!given?.email || !given.password) return null;
          const where = { db: database(), now: new Date() };
          const id = await signIn(where, given.email, given.password);
          return id ? { id } : null;
        },
      }),
    ],
    callbacks: {
      // `user` is there at sign-in only; its id is the session's.
      jwt: ({ token, user }) => (user ? { sid: user.id } : token),
      session: ({ session, token }) => ({ expires: session.expires, sid: token.sid }),
    },
  };
}

async function sessionId(): Promise<string | null> {
  const token = (await cookies()).get(sessionCookie())?.value;
  if (!token) return null;
  try {
    const held = await decode({ token, secret: env().authSecret });
    return typeof held?.sid === 'string' ? held.sid : null;
  } catch {
    // Signed with another secret, or tampered with: nobody is signed in.
    return null;
  }
}

/** Who is signed in, read once a request; null for nobody. */
export const currentActor = cache(async (): Promise<PersonActor | null> => {
  const id = await sessionId();
  return id ? actorOfSession({ db: database(), now: new Date() }, id) : null;
});

/** Where somebody was going, as the proxy noted it. */
async function here(): Promise<string> {
  return (await headers()).get('x-path') ?? '/';
}

/** The sign-in page's address, which leads back afterwards. */
function signInAddress(to: string): string {
  return to === '/' ? '/sign-in' : `/sign-in?to=${encodeURIComponent(to)}`;
}

/**
 * The context of a signed-in person, for every page and action; anybody else is sent to sign in
 * and comes back to where they were going.
 */
export async function signedIn(): Promise<Context & { actor: PersonActor }> {
  const actor = await currentActor();
  if (!actor) redirect(signInAddress(await here()));
  return { actor, db: database(), now: new Date() };
}

/** Only addresses within the app are followed after signing in. */
export function innerAddress(to: string | undefined): string {
  if (!to?.startsWith('/') || /^\/[/\\]/.test(to)) return '/';
  const url = new URL(to, 'http://inside.invalid');
  return url.host === 'inside.invalid' ? url.pathname + url.search : '/';
}

/**
 * Signs in through next-auth's own credentials callback, so that a form without JavaScript gets
 * its messages back. The server action has checked the Origin; the token pair is for next-auth.
 * @returns false when the address or the password is wrong
 */
export async function signInWithPassword(email: string, password: string): Promise<boolean> {
  const csrfToken = randomBytes(32).toString('hex');
  const hash = createHash('sha256').update(`${csrfToken}${env().authSecret}`).digest('hex');
  const set: string[] = [];
  const response = {
    code: 200,
    location: '',
    status(code: number) {
      this.code = code;
      return this;
    },
    getHeader: () => set,
    setHeader(name: string, value: string | string[]) {
      if (name.toLowerCase() === 'set-cookie') set.splice(0, set.length, ...[value].flat());
      if (name.toLowerCase() === 'location') this.location = String(value);
      return this;
    },
    send() {},
    json() {},
    end() {},
  };
  await NextAuth(
    {
      method: 'POST',
      query: { nextauth: ['callback', 'credentials'] },
      body: { email, password, csrfToken },
      cookies: { [csrfCookie()]: `${csrfToken}|${hash}` },
      headers: {},
    } as never,
    response as never,
    authOptions(),
  );
  const value = set
    .find((cookie) => cookie.startsWith(`${sessionCookie()}=`))
    ?.match(/=([^;]*)/)?.[1];
  if (!value) return false;
  (await cookies()).set(sessionCookie(), decodeURIComponent(value), {
    httpOnly: true,
    sameSite: 'lax',
    path: '/',
    secure: secure(),
    maxAge: SESSION_HOURS * 3600,
  });
  return true;
}

/** Ends the session and forgets its cookie. */
export async function signOutHere(): Promise<void> {
  const id = await sessionId();
  if (id) await signOut({ db: database(), now: new Date() }, id);
  (await cookies()).delete(sessionCookie());
}
