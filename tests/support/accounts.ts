import type { Database } from '@/lib/data/database';
import { hashPassword } from '@/lib/data/password';
import { signIn } from '@/lib/data/sessions';
import type { PersonActor, Role } from '@/lib/domain/permissions';
import { buildAccount } from '@/seed/builders/accounts';
import { contextOf, NOW } from './actors';

/** The password of everybody whom `accounts` makes, and its hash. */
export const PASSWORD = 'correct horse battery';
export const passwordHash = await hashPassword(PASSWORD);

/** People who can sign in to one database. `at` is its context so many minutes after NOW. */
export function accounts(db: Database) {
  let count = 0;
  const at = (minutes: number) => ({ db, now: new Date(NOW.getTime() + minutes * 60_000) });
  const account = (roles: readonly Role[] = ['member'], hash: string | null = passwordHash) => {
    count += 1;
    return buildAccount(contextOf(db), {
      email: `person${count}@home.example`,
      name: `Person ${count}`,
      position: 'Member',
      roles,
      organisationId: null,
      passwordHash: hash,
    });
  };
  const emailOf = async ({ id }: PersonActor) =>
    (await db.person.findUniqueOrThrow({ where: { id } })).email ?? '';
  const session = async (person: PersonActor): Promise<string> => {
    const id = await signIn(at(0), await emailOf(person), PASSWORD);
    if (!id) throw new Error('not signed in');
    return id;
  };
  return { at, account, emailOf, session };
}
