import { createHash, randomBytes } from 'node:crypto';
import { NotAllowedError, NotFoundError } from '@/lib/domain/errors';
import type { PersonActor, Role } from '@/lib/domain/permissions';
import { change } from './change';
import type { Context } from './context';
import { hashPassword, verifyPassword } from './password';

/** How long a sign-in lasts at the most. */
export const SESSION_HOURS = 12;
const INVITATION_DAYS = 7;
const SEEN_EVERY = 60_000;

type Where = Pick<Context, 'db' | 'now'>;

/**
 * Checks an address and a password and opens a session. The answer to a wrong address takes as
 * long as to a wrong password.
 * @returns the id of the session, or null
 */
export async function signIn(
  { db, now }: Where,
  email: string,
  password: string,
): Promise<string | null> {
  const address = email.trim().toLowerCase();
  // PostgreSQL has no room for NUL in text: nobody's address holds one.
  const person = address.includes('\u0000')
    ? null
    : await db.person.findUnique({ where: { email: address } });
  const active = person && !person.deactivatedAt ? person : null;
  const right = await verifyPassword(active?.passwordHash ?? null, password);
  if (!active || !right || active.roles.length === 0) return null;
  const session = await db.session.create({
    data: { personId: active.id, createdAt: now, lastSeenAt: now },
  });
  return session.id;
}

/**
 * The person behind a session, as they are now: roles and deactivation count from the next
 * request on. One query; when they were last seen is written at most once a minute.
 * @returns null for a session that ended, is too old, or whose person may no longer sign in
 */
export async function actorOfSession({ db, now }: Where, id: string): Promise<PersonActor | null> {
  const session = await db.session.findUnique({ where: { id }, include: { person: true } });
  if (!session || session.endedAt || session.person.deactivatedAt) return null;
  if (now.getTime() - session.createdAt.getTime() > SESSION_HOURS * 3_600_000) return null;
  if (session.person.roles.length === 0) return null;
  if (now.getTime() - session.lastSeenAt.getTime() > SEEN_EVERY) {
    await db.session.updateMany({ where: { id, endedAt: null }, data: { lastSeenAt: now } });
  }
  const { person } = session;
  return {
    kind: 'person',
    id: person.id,
    version: person.version,
    name: person.name,
    roles: person.roles,
    organisationId: person.organisationId,
  };
}

/** Ends a session; ending it twice does no harm. */
export async function signOut({ db, now }: Where, id: string): Promise<void> {
  await db.session.updateMany({ where: { id, endedAt: null }, data: { endedAt: now } });
}

function tokenHash(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/**
 * Makes an administrator who can choose a password once, through a link. An operator's command:
 * it is how the first person gets in. A person with that address becomes an administrator.
 * @returns the token of the link, kept nowhere but as a hash
 * @throws NotAllowedError for anybody but the system
 */
export async function createFirstAdministrator(
  context: Context,
  form: {
    email: string;
    name: string;
    position: string;
    /** A public-health officer as well: somebody has to set up the first meetings. */
    officer?: boolean;
  },
): Promise<{ token: string }> {
  if (context.actor.kind !== 'system') throw new NotAllowedError();
  const email = form.email.trim().toLowerCase();
  const token = randomBytes(32).toString('base64url');
  const granted: Role[] = form.officer ? ['officer', 'administrator'] : ['administrator'];
  await change(
    context,
    null,
    async ({ tx, record, now }) => {
      const known = await tx.person.findUnique({ where: { email } });
      const person = known
        ? await tx.person.update({
            where: { id: known.id },
            data: { roles: [...new Set([...known.roles, ...granted])] },
          })
        : await tx.person.create({
            data: {
              createdAt: now,
              email,
              roles: granted,
              version: 1,
              name: form.name,
              position: form.position,
            },
          });
      if (!known) {
        await tx.personVersion.create({
          data: {
            personId: person.id,
            version: 1,
            name: form.name,
            position: form.position,
            recordedAt: now,
          },
        });
      }
      // A new link makes earlier ones useless.
      await tx.accessLink.updateMany({
        where: { personId: person.id, usedAt: null },
        data: { expiresAt: now },
      });
      await tx.accessLink.create({
        data: {
          personId: person.id,
          tokenHash: tokenHash(token),
          createdAt: now,
          expiresAt: new Date(now.getTime() + INVITATION_DAYS * 86_400_000),
        },
      });
      await record({
        kind: 'person.invited',
        personId: person.id,
        changes: [{ field: 'roles', from: known?.roles ?? null, to: [...person.roles] }],
      });
    },
    () => undefined,
  );
  return { token };
}

/** Who an invitation is for. @throws NotFoundError when it is unknown, used or too old */
export async function getInvitation(
  { db, now }: Where,
  token: string,
): Promise<{ name: string; email: string }> {
  const link = await db.accessLink.findUnique({
    where: { tokenHash: tokenHash(token) },
    include: { person: true },
  });
  if (!link || link.usedAt || link.expiresAt <= now || link.person.deactivatedAt) {
    throw new NotFoundError('That invitation');
  }
  return { name: link.person.name, email: link.person.email ?? '' };
}

/** Uses an invitation up and sets the password. @throws NotFoundError as above */
export async function acceptInvitation(
  { db, now }: Where,
  token: string,
  password: string,
): Promise<void> {
  const passwordHash = await hashPassword(password);
  await db.$transaction(async (tx) => {
    // The update decides who was first: only one of two at once finds it unused.
    const used = await tx.accessLink.updateMany({
      where: {
        tokenHash: tokenHash(token),
        usedAt: null,
        expiresAt: { gt: now },
        person: { deactivatedAt: null },
      },
      data: { usedAt: now },
    });
    if (used.count !== 1) throw new NotFoundError('That invitation');
    const link = await tx.accessLink.findUniqueOrThrow({
      where: { tokenHash: tokenHash(token) },
    });
    const person = await tx.person.update({
      where: { id: link.personId },
      data: { passwordHash },
    });
    await tx.session.updateMany({
      where: { personId: person.id, endedAt: null },
      data: { endedAt: now },
    });
    await tx.auditEvent.create({
      data: {
        recordedAt: now,
        kind: 'person.password_set',
        personId: person.id,
        authorId: person.id,
        authorVersion: person.version,
        changes: [],
      },
    });
  });
}
