import type { Role } from '@/lib/domain/permissions';
import type { Context } from './context';

/**
 * The accounts of the demo board, for its sign-in page. Their addresses end in .example, which
 * nobody's real address can; so a real account is never listed to somebody who is not signed in.
 */
export async function listDemoAccounts({
  db,
}: Pick<Context, 'db'>): Promise<Array<{ email: string; roles: readonly Role[] }>> {
  const people = await db.person.findMany({
    where: {
      email: { endsWith: '.example' },
      passwordHash: { not: null },
      deactivatedAt: null,
      roles: { isEmpty: false },
    },
    select: { email: true, roles: true },
    orderBy: [{ createdAt: 'asc' }, { email: 'asc' }],
    take: 12,
  });
  return people.map(({ email, roles }) => ({ email: email ?? '', roles }));
}
