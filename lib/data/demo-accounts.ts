import type { Role } from '@/lib/domain/permissions';
import type { Context } from './context';

/** One a role, as seed/demo/people.ts makes them. */
const DEMO = ['viewer', 'member', 'commissioner', 'officer', 'admin'];

/**
 * The accounts of the demo board, for its sign-in page: those alone, since whoever was invited to
 * it is not to be listed to somebody who is not signed in.
 */
export async function listDemoAccounts({
  db,
}: Pick<Context, 'db'>): Promise<Array<{ email: string; roles: readonly Role[] }>> {
  const people = await db.person.findMany({
    where: {
      email: { in: DEMO.map((name) => `${name}@board.example`) },
      passwordHash: { not: null },
      deactivatedAt: null,
      roles: { isEmpty: false },
    },
    select: { email: true, roles: true },
    orderBy: [{ createdAt: 'asc' }, { email: 'asc' }],
  });
  return people.map(({ email, roles }) => ({ email: email ?? '', roles }));
}
