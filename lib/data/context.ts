import { NotAllowedError } from '@/lib/domain/errors';
import { type Actor, can, type Permission } from '@/lib/domain/permissions';
import type { Database } from './database';

/**
 * Who asks, on which connection, and when: the first argument of every read and write. The clock
 * is part of it, so that tests and the seed can say what time it is.
 */
export interface Context {
  actor: Actor;
  db: Database;
  now: Date;
  /** Reads answer from what had been recorded by `now`, and nothing can be written. */
  asAt?: true;
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
