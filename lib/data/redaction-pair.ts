import { RuleError } from '@/lib/domain/errors';
import { tieBetween } from '@/lib/domain/independence';
import type { PersonActor } from '@/lib/domain/permissions';
import { completesPair, refusePair } from '@/lib/domain/redaction';
import type { OtherHalf } from '@/lib/domain/redaction-view';
import type { Person, Redaction } from '@/prisma/client/client';
import type { Context } from './context';
import type { Transaction } from './database';
import { readHands, refuseTwo, sayTie } from './independence';
import { redactors, seeing } from './redaction-notes';

type Where = Pick<Context, 'now'> & { db: Transaction };

const halfOf = ({ id, roles, deactivatedAt }: Person) => ({
  id,
  roles,
  deactivated: deactivatedAt !== null,
});

/** Why somebody who may see a request cannot agree to it; null when they can. */
export async function whyNot(
  where: Where,
  { authorId }: Redaction,
  agrees: PersonActor,
): Promise<string | null> {
  const asker = await where.db.person.findUniqueOrThrow({ where: { id: authorId } });
  return refusePair(halfOf(asker), agrees) ?? (await refuseTwo(where, asker.id, agrees.id, 'any'));
}

/** Everybody who by their role is the other half, each with why they cannot agree, if they cannot. */
export async function agreeing(where: Where, asked: Redaction): Promise<OtherHalf[]> {
  const { db } = where;
  const asker = await db.person.findUniqueOrThrow({ where: { id: asked.authorId } });
  const [hands, all] = [await readHands(where), await redactors(db)];
  const others = all.filter((one) => completesPair(asker.roles, one.roles) && one.id !== asker.id);
  const sees = seeing(db, asked);
  const listed: OtherHalf[] = [];
  for (const one of others) {
    const tie = tieBetween(asker.id, one.id, hands, 'any');
    const refused = (await sees(one))
      ? tie && (await sayTie(where, tie))
      : 'What it is about is hidden from them';
    const { id, name, position } = one;
    listed.push({
      person: { id, name, position },
      refused: refused ?? (await cannotCome(db, one)),
    });
  }
  return listed;
}

/** Whoever was invited and never came cannot agree to anything yet. */
async function cannotCome(db: Transaction, { id, passwordHash }: Person): Promise<string | null> {
  if (passwordHash !== null || (await db.identity.count({ where: { personId: id } })) > 0)
    return null;
  return 'They have been invited and have not signed in yet';
}

/** @throws RuleError where somebody can agree, or nobody can because whoever asked is gone */
export async function demandNobodyElse(where: Where, asked: Redaction): Promise<void> {
  const asker = await where.db.person.findUniqueOrThrow({ where: { id: asked.authorId } });
  if (asker.deactivatedAt) {
    throw new RuleError({
      '': 'Whoever asked for this can no longer sign in: somebody declines it and asks again',
    });
  }
  const able = (await agreeing(where, asked)).filter(({ refused }) => refused === null);
  if (able.length > 0) {
    const names = able.map(({ person }) => person.name).join(', ');
    throw new RuleError({
      '': `The operator is the second only where nobody else can be, and these can agree: ${names}`,
    });
  }
}
