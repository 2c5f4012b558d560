import type { AccountView } from '@/lib/domain/account-view';
import type { PersonActor } from '@/lib/domain/permissions';
import type { SessionLimits } from '@/lib/domain/session';
import type { Context } from './context';
import { listSessions } from './sessions';

/** The reader's own account: who they are, how they sign in, and where they are signed in. */
export async function getAccount(
  context: Context & { actor: PersonActor },
  here: string | null,
  limits: SessionLimits & { secondStepRoles: readonly string[] },
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
      needed: person.roles.some((role) => limits.secondStepRoles.includes(role)),
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
