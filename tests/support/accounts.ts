import type { Database } from '@/lib/data/database';
import { hashPassword } from '@/lib/data/password';
import { openSession, readSession } from '@/lib/data/sessions';
import { signInWithPassword } from '@/lib/data/sign-in';
import type { PersonActor, Role } from '@/lib/domain/permissions';
import { NO_CALLER } from '@/lib/domain/security-event';
import { buildAccount } from '@/seed/builders/accounts';
import { contextOf, NOW } from './actors';

/** The password of everybody whom `accounts` makes, and its hash. */
export const PASSWORD = 'correct horse battery';
export const passwordHash = await hashPassword(PASSWORD);

/** How long sessions last unless a board says otherwise. */
export const LIMITS = { sessionIdleMinutes: 30, sessionHours: 12 };

type At = { db: Database; now: Date };

/** Signs in by password alone. @returns the session's id; null when that was refused */
export async function signIn(at: At, email: string, password: string): Promise<string | null> {
  const result = await signInWithPassword({ ...at, caller: NO_CALLER }, email, password);
  return result.is === 'in' ? result.sessionId : null;
}

/** Whose session it is. */
export async function actorOfSession(at: At, id: string): Promise<PersonActor | null> {
  return (await readSession(at, id, LIMITS))?.actor ?? null;
}

/** People who can sign in to one database. `at` is its context so many minutes after NOW. */
export function accounts(db: Database) {
  let count = 0;
  const at = (minutes: number) => ({ db, now: new Date(NOW.getTime() + minutes * 60_000) });
  const account = (roles: readonly Role[] = ['member'], hash: string | null = passwordHash) => {
    count += 1;
    return buildAccount(contextOf(db), {
      email: `person${count}@home.example`,
      name: `Person ${count}`,
      position: 'Member',
      roles,
      organisationId: null,
      passwordHash: hash,
    });
  };
  const emailOf = async ({ id }: PersonActor) =>
    (await db.person.findUniqueOrThrow({ where: { id } })).email ?? '';
  const session = (person: PersonActor): Promise<string> =>
    openSession(at(0), person.id, 'password', NO_CALLER);
  /** An account of theirs at a provider of single sign-on. */
  const link = ({ id: personId }: PersonActor) =>
    db.identity.create({
      data: {
        personId,
        issuer: 'https://id.example',
        subject: personId,
        linkedAt: NOW,
        lastUsedAt: NOW,
      },
    });
  return { at, account, emailOf, session, link };
}
