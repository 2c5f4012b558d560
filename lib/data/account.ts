import type { AccountView } from '@/lib/domain/account-view';
import type { PersonActor } from '@/lib/domain/permissions';
import { secondStepFrom } from '@/lib/domain/second-step-rule';
import type { SessionLimits } from '@/lib/domain/session';
import type { BoardView } from '@/lib/domain/view';
import type { Context } from './context';
import { listSessions } from './sessions';

/** The reader's own account: who they are, how they sign in, and where they are signed in. */
export async function getAccount(
  context: Context & { actor: PersonActor },
  here: string | null,
  limits: SessionLimits & Pick<BoardView, 'secondStepRoles' | 'secondStepOutside'>,
): Promise<AccountView> {
  const { actor, db } = context;
  const [person, sessions] = await Promise.all([
    db.person.findUniqueOrThrow({
      where: { id: actor.id },
      include: {
        organisation: true,
        secondFactor: true,
        identities: { orderBy: { linkedAt: 'asc' } },
        recoveryCodes: { where: { usedAt: null } },
      },
    }),
    listSessions(context, here, limits),
  ]);
  return {
    id: person.id,
    name: person.name,
    position: person.position,
    organisation: person.organisation?.name ?? null,
    email: person.email,
    roles: person.roles,
    hasPassword: person.passwordHash !== null,
    secondStep: {
      since: person.secondFactor?.confirmedAt?.toISOString() ?? null,
      codesLeft: person.recoveryCodes.length,
      neededFrom: secondStepFrom(person, limits, context.rules)?.toISOString() ?? null,
    },
    identities: person.identities.map(({ id, issuer, linkedAt, lastUsedAt }) => ({
      id,
      issuer,
      linkedAt: linkedAt.toISOString(),
      lastUsedAt: lastUsedAt.toISOString(),
    })),
    sessions,
  };
}
