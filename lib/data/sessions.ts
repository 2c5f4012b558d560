import type { KnownDevice } from '@/lib/domain/known-device';
import type { PersonActor, Role } from '@/lib/domain/permissions';
import { type Caller, NO_CALLER, type SecurityEventKind } from '@/lib/domain/security-event';
import {
  type SessionDeadline,
  type SessionLimits,
  type SessionRow,
  sessionDeadline,
} from '@/lib/domain/session';
import { troubleOf } from '@/lib/domain/trouble';
import type { Person } from '@/prisma/client/client';
import type { Context } from './context';
import type { Transaction } from './database';
import { toActor } from './people';
import { noteSecurityEvent } from './security-events';

const SEEN_EVERY = 60_000;

type Where = Pick<Context, 'db' | 'now'>;

/** How somebody signed in: with a password, or the provider that vouched for them. */
export type SignInMethod = 'password' | 'entra' | 'oidc';

/**
 * Opens a session for somebody who has shown who they are.
 * @param provedAt when they did, where that was before: to a provider that knew them still
 * @returns its id, which goes into the cookie
 */
export async function openSession(
  { db, now }: { db: Transaction; now: Date },
  personId: string,
  method: SignInMethod,
  caller: Caller,
  provedAt: Date | null = null,
): Promise<string> {
  const { agent } = caller;
  const session = await db.session.create({
    data: { personId, createdAt: now, lastSeenAt: now, method, agent, provedAt },
  });
  await noteSecurityEvent(
    { db, now },
    {
      kind: 'sign_in.succeeded',
      personId,
      caller,
      detail: method === 'password' ? null : method,
    },
  );
  return session.id;
}

export interface OpenSession {
  actor: PersonActor;
  /** When its person last showed who they are: by signing in, or when they were asked again. */
  provedAt: Date;
  /** How they signed in: see SignInMethod. */
  method: string;
  deadline: SessionDeadline;
}

/**
 * The person behind a session, as they are now: roles and deactivation count from the next
 * request on. One query; when they were last seen is written at most once a minute.
 * @param looking only asks how long it still lasts: that is no use of it
 * @returns null for a session that ended, is too old, or whose person may no longer sign in
 */
export async function readSession(
  { db, now }: Where,
  id: string,
  limits: SessionLimits,
  looking = false,
): Promise<OpenSession | null> {
  const session = await db.session.findUnique({ where: { id }, include: { person: true } });
  if (!session || session.endedAt || session.person.deactivatedAt) return null;
  if (session.person.roles.length === 0) return null;
  const { person } = session;
  if (now > sessionDeadline(session, limits).at) {
    await endSession({ db, now }, id, 'session.timed_out', { address: null, agent: session.agent });
    return null;
  }
  const stale = now.getTime() - session.lastSeenAt.getTime() > SEEN_EVERY;
  if (stale && !looking) {
    await db.session
      .updateMany({ where: { id, endedAt: null }, data: { lastSeenAt: now } })
      .catch((error) => {
        // What was saved can still be read where the database takes nothing new.
        if (troubleOf(error) !== 'record_full') throw error;
      });
    session.lastSeenAt = now;
  }
  return {
    actor: toActor(person),
    method: session.method,
    provedAt: session.provedAt ?? session.createdAt,
    deadline: sessionDeadline(session, limits),
  };
}

/** Ends a session; ending it twice does no harm. */
export async function endSession(
  { db, now }: { db: Transaction; now: Date },
  id: string,
  kind: Extract<SecurityEventKind, 'session.ended' | 'session.timed_out'>,
  caller: Caller,
): Promise<void> {
  const ended = await db.session.updateMany({
    where: { id, endedAt: null },
    data: { endedAt: now },
  });
  if (ended.count === 0) return;
  const { personId } = await db.session.findUniqueOrThrow({ where: { id } });
  await noteSecurityEvent({ db, now }, { kind, personId, caller });
}

/**
 * The id of the browser, where somebody has signed in before with it: not where they were signed
 * out everywhere since.
 */
export function deviceOf(
  devices: readonly KnownDevice[] | undefined,
  { id, devicesSince }: Pick<Person, 'id' | 'devicesSince'>,
): string | undefined {
  return devices?.find(
    ({ personId, since }) => personId === id && (devicesSince === null || since >= devicesSince),
  )?.id;
}

/**
 * Ends every session of a person, or all but one, and takes every browser for a stranger's in which
 * they do not sign in anew. @returns how many there were
 */
export async function endSessionsOf(
  { db, now }: { db: Transaction; now: Date },
  personId: string,
  but?: string,
): Promise<number> {
  const ended = await db.session.updateMany({
    where: { personId, endedAt: null, ...(but && { id: { not: but } }) },
    data: { endedAt: now },
  });
  await db.person.update({ where: { id: personId }, data: { devicesSince: now } });
  return ended.count;
}

/**
 * Ends what was opened by a password and could no longer be: where passwords are switched off, and
 * where a role needs a second step that its holder has not set up. They sign in anew by the rules.
 * @param personId of one person; of everybody, if unsaid
 */
export async function endSessionsAgainstRules(
  { tx, now }: { tx: Transaction; now: Date },
  rules: { passwordsAllowed: boolean; secondStepRoles: readonly Role[] },
  personId?: string,
): Promise<void> {
  const open = await tx.session.findMany({
    where: {
      endedAt: null,
      method: 'password',
      ...(personId && { personId }),
      ...(rules.passwordsAllowed && {
        person: {
          roles: { hasSome: [...rules.secondStepRoles] },
          OR: [{ secondFactor: null }, { secondFactor: { confirmedAt: null } }],
        },
      }),
    },
    select: { personId: true },
    distinct: ['personId'],
  });
  for (const session of open) {
    await tx.session.updateMany({
      where: { personId: session.personId, endedAt: null, method: 'password' },
      data: { endedAt: now },
    });
    await noteSecurityEvent(
      { db: tx, now },
      {
        kind: 'sessions.ended',
        personId: session.personId,
        caller: NO_CALLER,
        detail: 'how people sign in has changed',
      },
    );
  }
  if (!rules.passwordsAllowed) await tx.pendingSignIn.deleteMany({ where: { personId } });
}

/** The reader's own sign-ins that are open, the latest used first. */
export async function listSessions(
  { db, now, actor }: Context & { actor: PersonActor },
  here: string | null,
  limits: SessionLimits,
): Promise<SessionRow[]> {
  const rows = await db.session.findMany({
    where: { personId: actor.id, endedAt: null },
    orderBy: { lastSeenAt: 'desc' },
  });
  return rows
    .filter((row) => now <= sessionDeadline(row, limits).at)
    .map(({ id, createdAt, lastSeenAt, method, agent }) => ({
      id,
      here: id === here,
      createdAt: createdAt.toISOString(),
      lastSeenAt: lastSeenAt.toISOString(),
      method,
      agent,
    }));
}

/** Signs the reader out everywhere, or everywhere else. @returns how many sign-ins that ended */
export async function signOutEverywhere(
  { db, now, actor }: Context & { actor: PersonActor },
  caller: Caller,
  but?: string,
): Promise<number> {
  const count = await endSessionsOf({ db, now }, actor.id, but);
  if (count > 0) {
    const detail = `${count} ${count === 1 ? 'sign-in' : 'sign-ins'}`;
    await noteSecurityEvent(
      { db, now },
      {
        kind: 'sessions.ended',
        personId: actor.id,
        caller,
        detail,
      },
    );
  }
  return count;
}
