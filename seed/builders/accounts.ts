import type { Database } from '@/lib/data/database';
import type { PersonActor, Role } from '@/lib/domain/permissions';
import { powersSince } from '@/lib/domain/second-step-rule';

export interface NewAccount {
  email: string;
  name: string;
  position: string;
  roles: readonly Role[];
  organisationId: string | null;
  /** Without one nobody can sign in to it. */
  passwordHash?: string | null;
}

/** Somebody with an account, as an actor whose context the writes of `lib/data` take. */
export async function buildAccount(
  { db, now }: { db: Database; now: Date },
  account: NewAccount,
): Promise<PersonActor> {
  const { email, passwordHash = null, roles, name, position, organisationId } = account;
  const first = { version: 1, name, position, organisationId };
  const { id } = await db.person.create({
    data: {
      createdAt: now,
      email,
      passwordHash,
      roles: [...roles],
      ...first,
      powersSince: powersSince(null, roles, now),
    },
  });
  await db.personVersion.create({ data: { personId: id, recordedAt: now, ...first } });
  await db.auditEvent.create({
    data: {
      recordedAt: now,
      kind: 'person.invited',
      personId: id,
      changes: [{ field: 'roles', from: null, to: [...roles] }],
    },
  });
  return { kind: 'person', id, version: 1, name, roles, organisationId };
}
