import type { Context } from '@/lib/data/context';
import { addOrganisation, addPerson } from '@/lib/data/people';
import { type PersonActor, systemActor } from '@/lib/domain/permissions';
import { buildAccount } from '../builders/accounts';
import { opened } from '../builders/register';
import {
  ACCOUNTS,
  type AccountKey,
  ORGANISATIONS,
  type OrganisationKey,
  PARTNERS,
  type PersonKey,
} from './people';

/** Everybody in the demo: those who can sign in as actors, everybody by id. */
export interface Cast {
  actors: Record<AccountKey, PersonActor>;
  people: Record<PersonKey, string>;
  organisations: Record<OrganisationKey, string>;
}

const keysOf = <Key extends string>(table: Record<Key, unknown>) => Object.keys(table) as Key[];

async function record<Key extends string, Value>(
  keys: readonly Key[],
  make: (key: Key) => Promise<Value>,
): Promise<Record<Key, Value>> {
  const made: Partial<Record<Key, Value>> = {};
  for (const key of keys) made[key] = await make(key);
  return made as Record<Key, Value>;
}

/** Brings the people and organisations of the fictional board into being. */
export async function assemble(
  where: Omit<Context, 'actor'>,
  passwordHash: string | null,
): Promise<Cast> {
  const organisations = await record(keysOf(ORGANISATIONS), (key) =>
    addOrganisation({ ...where, actor: systemActor }, { ...ORGANISATIONS[key], ...opened() }),
  );
  const actors = await record(keysOf(ACCOUNTS), (key) => {
    const { role, organisation, ...account } = ACCOUNTS[key];
    return buildAccount(where, {
      ...account,
      roles: [role],
      organisationId: organisations[organisation],
      passwordHash,
    });
  });
  const partners = await record(keysOf(PARTNERS), (key) => {
    const { name, position, organisation } = PARTNERS[key];
    return addPerson(
      { ...where, actor: actors.programme },
      { name, position, organisationId: organisations[organisation], ...opened() },
    );
  });
  const accounts = await record(keysOf(ACCOUNTS), async (key) => actors[key].id);
  return { actors, organisations, people: { ...partners, ...accounts } };
}
