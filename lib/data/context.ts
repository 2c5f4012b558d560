import { NotAllowedError, ProofNeededError } from '@/lib/domain/errors';
import { type Actor, can, type Permission } from '@/lib/domain/permissions';
import { isProved, NEEDS_PROOF } from '@/lib/domain/proof';
import type { SignInRules } from '@/lib/domain/second-step-rule';
import type { Database } from './database';

/**
 * Who asks, on which connection, and when: the first argument of every read and write. The clock
 * is part of it, so that tests and the seed can say what time it is.
 */
export interface Context {
  actor: Actor;
  db: Database;
  now: Date;
  /**
   * The clock goes on: a write takes its time from the database, in its transaction, so that it
   * lies in no process's past. Without it all happens at `now`.
   */
  ticking?: true;
  /** Reads answer from what had been recorded by `now`, and nothing can be written. */
  asAt?: true;
  /** When whoever is signed in last showed who they are: see lib/domain/proof.ts. */
  provedAt?: Date;
  /** What the operator's installation asks of those who sign in. */
  rules?: SignInRules;
  /** A secret that is not in the database: it keys the digests by which a repeated form is known. */
  secret?: string;
  /** Told of each change, once it is committed. @param eventId the submission of its audit event */
  wrote?: (eventId: string) => void;
}

/** @throws NotAllowedError when the actor's roles do not grant it. */
export function demand<P extends Permission>(
  context: Context,
  ...[permission, subject]: Parameters<typeof can<P>> extends [unknown, ...infer Rest]
    ? Rest
    : never
): void {
  if (!can(context.actor, permission as P, subject as never)) {
    throw new NotAllowedError(undefined, permission);
  }
}

/**
 * Asks for a fresh proof where a write needs one. The system's own writes need none: whoever runs
 * its commands is at the server.
 * @param action the name of the write
 * @throws ProofNeededError
 */
export function demandProof({ actor, provedAt, now }: Context, action: string): void {
  if (actor.kind === 'system' || !Object.hasOwn(NEEDS_PROOF, action)) return;
  if (!isProved(provedAt, now)) throw new ProofNeededError();
}

/** The author columns of an append-only row. */
export function author(context: Context): {
  authorId: string | null;
  authorVersion: number | null;
} {
  const { actor } = context;
  return actor.kind === 'person'
    ? { authorId: actor.id, authorVersion: actor.version }
    : { authorId: null, authorVersion: null };
}
