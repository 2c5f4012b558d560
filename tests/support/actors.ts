import type { Context } from '@/lib/data/context';
import type { Database } from '@/lib/data/database';
import { addOrganisation } from '@/lib/data/people';
import {
  type Actor,
  type PersonActor,
  ROLES,
  type Role,
  systemActor,
} from '@/lib/domain/permissions';
import { buildAccount } from '@/seed/builders/accounts';
import { opened } from '@/seed/builders/register';

/** What time it is in integration tests: late enough for a year of register behind it. */
export const NOW = new Date('2026-11-23T10:00:00Z');

export function contextOf(db: Database, actor: Actor = systemActor, now = NOW): Context {
  return { db, actor, now, provedAt: now };
}

type Everyone = Record<Role, PersonActor>;
export interface Actors {
  /** Two organisations, and somebody of every role in each. */
  homeId: string;
  awayId: string;
  home: Everyone;
  away: Everyone;
}

/**
 * Somebody of every role in two organisations, who came at some moment.
 * @param tag tells them from others on the same board
 */
export async function makeActors(db: Database, now = NOW, tag = ''): Promise<Actors> {
  const system = contextOf(db, systemActor, now);
  const organisation = (name: string) => addOrganisation(system, { name, ...opened() });
  const homeId = await organisation(`Home Trust${tag}`);
  const awayId = await organisation(`Away Council${tag}`);
  const everyone = async (name: string, organisationId: string) => {
    const people = await Promise.all(
      ROLES.map((role) =>
        buildAccount(system, {
          email: `${role}@${name}.example`,
          name: `${name} ${role}`,
          position: `Position of the ${name} ${role}`,
          roles: [role],
          organisationId,
        }),
      ),
    );
    return Object.fromEntries(ROLES.map((role, index) => [role, people[index]])) as Everyone;
  };
  return {
    homeId,
    awayId,
    home: await everyone(`home${tag}`, homeId),
    away: await everyone(`away${tag}`, awayId),
  };
}

/** Gives somebody two roles, which between them may do everything. */
export async function everything(db: Database, officer: PersonActor): Promise<PersonActor> {
  const roles: Role[] = ['officer', 'administrator'];
  await db.person.update({ where: { id: officer.id }, data: { roles } });
  return { ...officer, roles };
}
