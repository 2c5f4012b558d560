import { RuleError } from '@/lib/domain/errors';
import { mendLine } from '@/lib/domain/mend-text';
import type { PersonActor } from '@/lib/domain/permissions';
import { getBoard } from './board';
import type { Context } from './context';
import type { Database, Transaction } from './database';
import { lock } from './lock';
import { toActor } from './people';

/**
 * Everybody who changes who may do what takes turns: two administrators cannot remove each other.
 * @returns the context with its actor as they are now. Whoever waited may have been shut out, or
 *   have lost a role, by whom they waited for
 */
export async function lockAccess<C extends Context>(tx: Transaction, context: C): Promise<C> {
  await lock(tx, 'who may do what');
  const { actor } = context;
  if (actor.kind === 'system') return context;
  const person = await tx.person.findUnique({ where: { id: actor.id } });
  const held = person && !person.deactivatedAt ? person.roles : [];
  const roles = actor.roles.filter((role) => held.includes(role));
  return { ...context, actor: { ...actor, roles } };
}

/**
 * Called before somebody ceases to be an administrator who can sign in.
 * @throws RuleError when they are the last one
 */
export async function demandAnotherAdministrator(
  tx: Transaction,
  personId: string,
  otherwise = 'They are the last administrator. Make somebody else one first',
): Promise<void> {
  const { passwordsAllowed } = await getBoard({ db: tx });
  const others = await tx.person.count({
    where: {
      id: { not: personId },
      roles: { has: 'administrator' },
      deactivatedAt: null,
      // One who was invited and never came, or who has only a password where none is taken, could
      // let nobody back in.
      OR: [
        ...(passwordsAllowed ? [{ passwordHash: { not: null } }] : []),
        { identities: { some: {} } },
      ],
    },
  });
  if (others === 0) {
    throw new RuleError({ '': otherwise });
  }
}

/**
 * The administrator in whose name an operator's command acts.
 * @throws RuleError when nobody who may sign in with that address is one
 */
export async function administratorWithEmail(
  { db }: { db: Database },
  email: string,
): Promise<PersonActor> {
  const person = await db.person.findUnique({ where: { email: mendLine(email).toLowerCase() } });
  if (!person?.roles.includes('administrator') || person.deactivatedAt) {
    throw new RuleError({ '': 'No administrator has that email address' });
  }
  return toActor(person);
}
