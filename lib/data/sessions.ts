import type { PersonActor, Role } from '@/lib/domain/permissions';
import { type Caller, NO_CALLER, type SecurityEventKind } from '@/lib/domain/security-event';
import {
  type SessionDeadline,
  type SessionLimits,
  type SessionRow,
  sessionDeadline,
} from '@/lib/domain/session';
import { troubleOf } from '@/lib/domain/trouble';
import type { Context } from './context';
import type { Transaction } from './database';
import { noteSecurityEvent } from './security-events';

const SEEN_EVERY = 60_000;

type Where = Pick<Context, 'db' | 'now'>;

/** How somebody signed in: with a password, or the provider that vouched for them. */
export type SignInMethod = 'password' | 'entra' | 'oidc';

/**
 * Opens a session for somebody who has shown who they are.
 * @returns its id, which goes into the cookie
 */
export async function openSession(
  { db, now }: { db: Transaction; now: Date },
  personId: string,
  method: SignInMethod,
  caller: Caller,
): Promise<string> {
  const session = await db.session.create({
    data: { personId, createdAt: now, lastSeenAt: now, method, agent: caller.agent },
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
    actor: {
      kind: 'person',
      id: person.id,
      version: person.version,
      name: person.name,
      roles: person.roles,
      organisationId: person.organisationId,
    },
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

/** Ends every session of a person, or all but one. @returns how many there were */
export async function endSessionsOf(
  { db, now }: { db: Transaction; now: Date },
  personId: string,
  but?: string,
): Promise<number> {
  const ended = await db.session.updateMany({
    where: { personId, endedAt: null, ...(but && { id: { not: but } }) },
    data: { endedAt: now },
  });
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
