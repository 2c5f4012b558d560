import { RuleError } from '@/lib/domain/errors';
import type { PersonActor } from '@/lib/domain/permissions';
import { isProved } from '@/lib/domain/proof';
import type { Vouched } from '@/lib/domain/single-sign-on';
import type { Database } from './database';
import { hasSecondStep, passSecondStep, type SecondStepContext } from './second-step';
import { noteSecurityEvent } from './security-events';
import { demandPassword } from './sign-in';

type Proving = SecondStepContext & { actor: PersonActor };

/**
 * Takes somebody's password for a proof, and a code as well where they have a second step.
 * @param session the one that they show it in
 * @throws RuleError
 */
export async function proveByPassword(
  { actor, ...where }: Proving,
  session: string,
  typed: { password: string; code?: string | undefined },
): Promise<void> {
  const { db } = where;
  const person = await db.person.findUniqueOrThrow({ where: { id: actor.id } });
  await demandPassword(where, person, typed.password, 'password');
  if (await hasSecondStep({ db }, actor.id)) {
    if (!typed.code) throw new RuleError({ code: 'Enter the code' });
    await passSecondStep({ ...where, signedIn: true }, actor.id, typed.code);
  }
  await prove({ ...where, actor }, session, where.now, null);
}

/**
 * Takes the word of a provider for a proof: that somebody signed in there, and when.
 * @returns what is amiss: it was somebody else, or the provider did not say when
 */
export async function proveByProvider(
  where: Omit<Proving, 'sealer'>,
  session: string,
  { issuer, subject, signedInAt, provider }: Vouched,
): Promise<'somebody else' | 'no time' | null> {
  const identity = await where.db.identity.findUnique({
    where: { issuer_subject: { issuer, subject } },
  });
  if (identity?.personId !== where.actor.id) return 'somebody else';
  if (!signedInAt) return 'no time';
  // A clock of theirs that is fast makes no proof that lasts longer.
  const at = new Date(Math.min(signedInAt.getTime(), where.now.getTime()));
  await prove(where, session, at, provider);
  return isProved(at, where.now) ? null : 'no time';
}

async function prove(
  { db, now, caller, actor }: { db: Database } & Omit<Proving, 'sealer'>,
  session: string,
  at: Date,
  detail: string | null,
): Promise<void> {
  await db.$transaction(async (tx) => {
    const proved = await tx.session.updateMany({
      where: { id: session, personId: actor.id, endedAt: null },
      data: { provedAt: at },
    });
    if (proved.count !== 1) throw new RuleError({ '': 'You were signed out meanwhile' });
    const event = { kind: 'session.proved', personId: actor.id, caller, detail } as const;
    await noteSecurityEvent({ db: tx, now }, event);
  });
}
