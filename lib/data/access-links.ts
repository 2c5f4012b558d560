import { createHash, randomBytes } from 'node:crypto';
import { NotFoundError, RuleError } from '@/lib/domain/errors';
import { passwordWeakness } from '@/lib/domain/password-strength';
import type { Caller } from '@/lib/domain/security-event';
import { getBoard } from './board';
import type { Context } from './context';
import type { Transaction } from './database';
import { hashPassword } from './password';
import { findPerson } from './people';
import { forgetGuesses } from './rate-limits';
import { noteSecurityEvent } from './security-events';
import { endSessionsOf } from './sessions';

type Where = Pick<Context, 'db' | 'now'>;
export type LinkPurpose = 'invitation' | 'password';

/** For how long a link is good that somebody hands over, and one that its reader asked for. */
const HANDED_OVER_LASTS = 7 * 86_400_000;
const ASKED_FOR_LASTS = 3_600_000;

/** What a token is kept as. It is random, so a plain hash is enough. */
export function tokenHash(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/** Makes the open links of a person useless, or only those that were asked for. */
export async function endLinks(
  { tx, now }: { tx: Transaction; now: Date },
  personId: string,
  which: 'all' | 'asked for' = 'all',
): Promise<void> {
  await tx.accessLink.updateMany({
    where: {
      personId,
      usedAt: null,
      expiresAt: { gt: now },
      ...(which === 'asked for' && { asked: true }),
    },
    data: { expiresAt: now },
  });
}

/**
 * Makes a link by which a person chooses a password, once. Earlier ones become useless; but one
 * that was asked for, as anybody can do who knows an address, ends none that was handed over.
 * @returns its token, kept nowhere but as a hash
 */
export async function makeAccessLink(
  { tx, now }: { tx: Transaction; now: Date },
  personId: string,
  purpose: LinkPurpose,
  by: 'handed over' | 'asked for',
): Promise<string> {
  const token = newToken();
  const asked = by === 'asked for';
  await endLinks({ tx, now }, personId, asked ? 'asked for' : 'all');
  await tx.accessLink.create({
    data: {
      personId,
      purpose,
      tokenHash: tokenHash(token),
      asked,
      createdAt: now,
      expiresAt: new Date(now.getTime() + (asked ? ASKED_FOR_LASTS : HANDED_OVER_LASTS)),
    },
  });
  return token;
}

export interface OpenLink {
  purpose: LinkPurpose;
  name: string;
  email: string;
}

/** Whom a link is for. @throws NotFoundError when it is unknown, used or too old */
export async function getAccessLink({ db, now }: Where, token: string): Promise<OpenLink> {
  const link = await db.accessLink.findUnique({
    where: { tokenHash: tokenHash(token) },
    include: { person: true },
  });
  if (!link || link.usedAt || link.expiresAt <= now || link.person.deactivatedAt) {
    throw new NotFoundError('That link');
  }
  return { purpose: link.purpose, name: link.person.name, email: link.person.email ?? '' };
}

/**
 * Uses a link up and sets the password; whatever was open is signed out, and wrong passwords that
 * were tried are forgotten: they were of the old one.
 * @returns whose it is
 * @throws NotFoundError as above, RuleError for a password that would be guessed
 */
export async function choosePassword(
  { db, now }: Where,
  token: string,
  password: string,
  caller: Caller,
): Promise<string> {
  const [link, board] = await Promise.all([getAccessLink({ db, now }, token), getBoard({ db })]);
  const weakness = passwordWeakness(password, [link.name, link.email, board.name]);
  if (weakness) throw new RuleError({ password: weakness });
  const passwordHash = await hashPassword(password);
  return db.$transaction(async (tx) => {
    const hash = tokenHash(token);
    const { personId } = await tx.accessLink.findUniqueOrThrow({ where: { tokenHash: hash } });
    // Their row before their links, as everywhere: then nobody waits in a circle.
    await findPerson(tx, personId);
    // The update decides who was first: only one of two at once finds it unused.
    const used = await tx.accessLink.updateMany({
      where: {
        tokenHash: hash,
        usedAt: null,
        expiresAt: { gt: now },
        person: { deactivatedAt: null },
      },
      data: { usedAt: now },
    });
    if (used.count !== 1) throw new NotFoundError('That link');
    await setPassword({ tx, now }, personId, passwordHash);
    const { email } = await findPerson(tx, personId);
    if (email) await forgetGuesses({ db: tx }, email);
    await noteSecurityEvent({ db: tx, now }, { kind: 'password.set', personId, caller });
    return personId;
  });
}

/**
 * Sets a password, says so in the audit, and ends what was open with the old one, links included.
 * @param but the session that goes on
 */
export async function setPassword(
  { tx, now }: { tx: Transaction; now: Date },
  personId: string,
  passwordHash: string,
  but?: string,
): Promise<void> {
  const person = await tx.person.update({ where: { id: personId }, data: { passwordHash } });
  await endSessionsOf({ db: tx, now }, personId, but);
  await endLinks({ tx, now }, personId);
  await tx.pendingSignIn.deleteMany({ where: { personId } });
  await tx.auditEvent.create({
    data: {
      recordedAt: now,
      kind: 'person.password_set',
      personId,
      authorId: personId,
      authorVersion: person.version,
      changes: [],
    },
  });
}
