import { cookies, headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { decode, encode } from 'next-auth/jwt';
import { cache } from 'react';
import type { Context } from '@/lib/data/context';
import { endSession, type OpenSession, readSession } from '@/lib/data/sessions';
import type { NoticeKey } from '@/lib/domain/notice-keys';
import type { PersonActor } from '@/lib/domain/permissions';
import type { SessionStanding } from '@/lib/domain/session';
import { caller } from './caller';
import { now } from './clock';
import { currentBoard } from './current-board';
import { database } from './database';
import { env, signInRules } from './env';
import { COOKIE_SECONDS, cookieName, cookieOptions, deleteCookie } from './own-cookies';
import { startSealing } from './seal-key';
import { sealedNotice } from './sealed-notice';

/** The id in the cookie; what it is worth, its row says. */
export async function sessionId(): Promise<string | null> {
  const token = (await cookies()).get(cookieName('session'))?.value;
  if (!token) return null;
  try {
    const held = await decode({ token, secret: env().authSecret });
    return typeof held?.sid === 'string' ? held.sid : null;
  } catch {
    // Signed with another secret, or tampered with: nobody is signed in.
    return null;
  }
}

/**
 * Ends the session this browser holds, before it is given another: a cookie that somebody planted,
 * or left behind, opens nothing afterwards.
 */
export async function endHeldSession(): Promise<void> {
  const id = await sessionId();
  if (!id) return;
  await endSession({ db: database(), now: now() }, id, 'session.ended', await caller());
}

/** Gives the browser a session that was opened for it, in the place of the one it held. */
export async function startSession(id: string): Promise<void> {
  await endHeldSession();
  const token = await encode({
    token: { sid: id },
    secret: env().authSecret,
    maxAge: COOKIE_SECONDS,
  });
  (await cookies()).set(cookieName('session'), token, cookieOptions(COOKIE_SECONDS));
  await startSealing();
}

/** Reads the session of this request; `looking` is no use of it. */
export async function openSessionHere(looking = false): Promise<OpenSession | null> {
  const id = await sessionId();
  if (!id) return null;
  return readSession({ db: database(), now: now() }, id, await currentBoard(), looking);
}

/** The session of this request, read once; null for nobody. */
export const currentSession = cache(() => openSessionHere());

/** Who is signed in, read once a request; null for nobody. */
export async function currentActor(): Promise<PersonActor | null> {
  return (await currentSession())?.actor ?? null;
}

/** What the browser is told of a session, so that it can warn in time. */
export function standingOf({ deadline }: OpenSession): SessionStanding {
  return {
    now: now().toISOString(),
    endsAt: deadline.at.toISOString(),
    idle: deadline.idle,
  };
}

/** Where somebody was going, as the proxy noted it. */
export async function here(): Promise<string> {
  return (await headers()).get('x-path') ?? '/';
}

/** The sign-in page's address, which leads back afterwards. @param done a notice to show there */
export function signInAddress(to: string, done?: NoticeKey): string {
  const query = new URLSearchParams();
  if (to !== '/') query.set('to', to);
  if (done) query.set('done', sealedNotice(done));
  return query.size > 0 ? `/sign-in?${query}` : '/sign-in';
}

/** The context of whoever is signed in; null for nobody. */
export async function currentContext(): Promise<(Context & { actor: PersonActor }) | null> {
  const session = await currentSession();
  if (!session) return null;
  const { actor, provedAt } = session;
  const { authSecret: secret } = env();
  return {
    actor,
    provedAt,
    db: database(),
    now: now(),
    ticking: true,
    secret,
    rules: signInRules(),
  };
}

/**
 * The context of a signed-in person, for every page and action; anybody else is sent to sign in
 * and comes back to where they were going.
 */
export async function signedIn(): Promise<Context & { actor: PersonActor }> {
  const context = await currentContext();
  if (!context) redirect(signInAddress(await here()));
  return context;
}

/** Ends the session, and forgets what opened it. */
export async function signOutHere(): Promise<void> {
  await endHeldSession();
  await forgetBrowser();
}

/** Takes out of a browser what opens its reader's session, and the words they had typed. */
export async function forgetBrowser(): Promise<void> {
  for (const name of ['session', 'words'] as const) await deleteCookie(name);
}
