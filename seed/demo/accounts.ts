import type { Transaction } from '@/lib/data/database';
import { hashPassword, verifyPassword } from '@/lib/data/password';
import type { Role } from '@/lib/domain/permissions';
import { ACCOUNTS } from './people';

export interface DemoAccount {
  email: string;
  name: string;
  role: Role;
}

const EMAILS: string[] = Object.values(ACCOUNTS).map((account) => account.email);

/** The demo accounts that are there. */
export async function listAccounts(tx: Transaction): Promise<DemoAccount[]> {
  const people = await tx.person.findMany({
    where: { email: { in: EMAILS }, deactivatedAt: null },
    select: { email: true, name: true, roles: true },
  });
  return people
    .map(({ email, name, roles: [role = 'viewer' as const] }) => ({
      email: email ?? '',
      name,
      role,
    }))
    .sort((a, b) => EMAILS.indexOf(a.email) - EMAILS.indexOf(b.email));
}

/**
 * Gives the demo accounts the password of this start, and signs out whoever used that of another.
 * One that somebody chose stays.
 */
export async function setDemoPassword(tx: Transaction, now: Date, password: string) {
  const accounts = await tx.person.findMany({
    where: { email: { in: EMAILS } },
    select: { id: true, passwordHash: true },
  });
  const chosen = await tx.auditEvent.findMany({
    where: { kind: 'person.password_set', personId: { in: accounts.map(({ id }) => id) } },
    select: { personId: true },
  });
  const people = accounts.filter(({ id }) => !chosen.some(({ personId }) => personId === id));
  // Accounts that share a hash are checked once: a check takes as long as a sign-in.
  const right = new Map<string, boolean>();
  for (const { passwordHash: stored } of people) {
    if (stored && !right.has(stored)) right.set(stored, await verifyPassword(stored, password));
  }
  const ids = people.filter(({ passwordHash: h }) => !h || !right.get(h)).map(({ id }) => id);
  if (ids.length === 0) return;
  const passwordHash = await hashPassword(password);
  await tx.person.updateMany({ where: { id: { in: ids } }, data: { passwordHash } });
  await tx.session.updateMany({
    where: { personId: { in: ids }, endedAt: null },
    data: { endedAt: now },
  });
}
