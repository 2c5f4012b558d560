import { z } from 'zod';
import { NotFoundError, RuleError } from '@/lib/domain/errors';
import { isId } from '@/lib/domain/is-id';
import type { AddOrganisation, AddPerson } from '@/lib/domain/people';
import type { PersonActor } from '@/lib/domain/permissions';
import type { Person } from '@/prisma/client/client';
import { type Change, change } from './change';
import { author, type Context, demand } from './context';
import type { Transaction } from './database';
import { lock } from './lock';
import { queryRows } from './query-rows';

const SAME_NAME = z.object({ name: z.string(), organisation: z.string().nullable() });
const NAME = z.object({ name: z.string() });
const ID = z.object({ id: z.string() });

/** The row of a person. @throws NotFoundError */
export async function personRow(db: Pick<Transaction, 'person'>, id: string): Promise<Person> {
  const person = isId(id) ? await db.person.findUnique({ where: { id } }) : null;
  if (!person) throw new NotFoundError('That person');
  return person;
}

/** The same, locked until the transaction ends. @throws NotFoundError */
export async function findPerson(tx: Transaction, id: string): Promise<Person> {
  if (isId(id)) {
    await tx.$executeRaw`SELECT 1 FROM "Person" WHERE id = ${id}::uuid FOR NO KEY UPDATE`;
  }
  return personRow(tx, id);
}

/** Somebody as the actor they are at their next request. */
export function toActor(person: Person): PersonActor {
  const { id, version, name, roles, organisationId } = person;
  return { kind: 'person', id, version, name, roles, organisationId };
}

/** Whether there is a way in for somebody at all. */
export function maySignIn({ deactivatedAt, roles }: Person): boolean {
  return !deactivatedAt && roles.length > 0;
}

/**
 * Those of some people who can come to own something, and who until the transaction ends are not
 * shut out or erased. Called when the items are locked already, as everywhere: then nobody waits in
 * a circle.
 */
export async function findOwners(tx: Transaction, ids: readonly string[]): Promise<Person[]> {
  await tx.$executeRaw`
    SELECT 1 FROM "Person" WHERE id = ANY(${[...ids]}::uuid[]) ORDER BY id FOR SHARE`;
  return tx.person.findMany({
    where: { id: { in: [...ids] }, deactivatedAt: null, erasedAt: null },
  });
}

/** The same of one. */
export async function findOwner(tx: Transaction, id: string): Promise<Person | null> {
  const [owner] = await findOwners(tx, [id]);
  return owner ?? null;
}

/**
 * Somebody, and the rules by which people get in, held until the transaction ends: what ends
 * sign-ins (another password, a shut account, a changed rule) comes wholly before or wholly after.
 */
export async function holdSignIn(tx: Transaction, personId: string): Promise<Person> {
  await lock(tx, 'board settings');
  return findPerson(tx, personId);
}

/**
 * Two people of one organisation who have the same name could not be told apart.
 * @param but the one who is being changed
 * @throws RuleError
 */
export async function demandUniqueName(
  tx: Transaction,
  { name, organisationId }: { name: string; organisationId: string | null },
  but: string | null = null,
): Promise<void> {
  await lock(tx, 'names of people');
  // Prisma's own comparison without case is ILIKE, to which % and _ are not letters.
  const [same] = await queryRows(tx, SAME_NAME)`
    SELECT p.name, o.name AS organisation
    FROM "Person" p LEFT JOIN "Organisation" o ON o.id = p."organisationId"
    WHERE lower(p.name) = lower(${name}) AND p."erasedAt" IS NULL
      AND p."organisationId" IS NOT DISTINCT FROM ${organisationId}::uuid
      AND p.id IS DISTINCT FROM ${but}::uuid`;
  if (!same) return;
  const of = same.organisation ? ` of ${same.organisation}` : '';
  throw new RuleError({ name: `${same.name}${of} is there already` });
}

/** The rows of a new person. @throws RuleError */
export async function createPerson(
  by: Change,
  context: Context,
  { name, position, organisationId }: { name: string; position: string; organisationId: string },
): Promise<Person> {
  const organisation = await by.tx.organisation.findUnique({ where: { id: organisationId } });
  if (!organisation) throw new RuleError({ organisationId: 'Choose their organisation' });
  await demandUniqueName(by.tx, { name, organisationId });
  const first = { version: 1, name, position, organisationId };
  const person = await by.tx.person.create({ data: { createdAt: by.now, ...first } });
  await by.tx.personVersion.create({
    data: { personId: person.id, recordedAt: by.now, ...author(context), ...first },
  });
  return person;
}

/** Adds a person who cannot sign in. @returns their id. @throws NotAllowedError, RuleError */
export function addPerson(context: Context, form: AddPerson): Promise<string> {
  return change(
    context,
    { action: 'addPerson', form },
    async (by) => {
      demand(context, 'addPeople');
      const person = await createPerson(by, context, form);
      await by.record({ kind: 'person.added', personId: person.id, subjectNumber: 1 });
      return person.id;
    },
    (event) => event.personId ?? '',
  );
}

/** The id of the organisation that is called so, in full or in short; null where none is. */
export async function organisationNamed(tx: Transaction, name: string): Promise<string | null> {
  await lock(tx, 'names of organisations');
  const [found] = await queryRows(tx, ID)`
    SELECT id FROM "Organisation"
    WHERE lower(name) = lower(${name}) OR lower("shortName") = lower(${name})
    ORDER BY lower(name) = lower(${name}) DESC LIMIT 1`;
  return found?.id ?? null;
}

/** The rows of a new organisation, and its event. @returns its id */
export async function insertOrganisation(
  by: Change,
  { name, shortName = null }: { name: string; shortName?: string | null },
  reason?: string,
): Promise<string> {
  const first = { version: 1, name, shortName };
  const { id } = await by.tx.organisation.create({ data: { createdAt: by.now, ...first } });
  await by.tx.organisationVersion.create({
    data: { organisationId: id, recordedAt: by.now, ...author(by), ...first },
  });
  await by.record({ kind: 'organisation.added', organisationId: id, subjectNumber: 1, reason });
  return id;
}

/** Adds an organisation. @returns its id. @throws NotAllowedError, RuleError */
export function addOrganisation(context: Context, form: AddOrganisation): Promise<string> {
  return change(
    context,
    { action: 'addOrganisation', form },
    async (by) => {
      demand(context, 'addPeople');
      const { name, shortName = null } = form;
      await lock(by.tx, 'names of organisations');
      const [same] = await queryRows(by.tx, NAME)`
        SELECT name FROM "Organisation" WHERE lower(name) = lower(${name})`;
      if (same) throw new RuleError({ name: `${same.name} is there already` });
      const [taken] = shortName
        ? await queryRows(by.tx, NAME)`
            SELECT name FROM "Organisation" WHERE lower("shortName") = lower(${shortName})`
        : [];
      if (taken) throw new RuleError({ shortName: `${taken.name} has this short name already` });
      return insertOrganisation(by, { name, shortName });
    },
    (event) => event.organisationId ?? '',
  );
}
