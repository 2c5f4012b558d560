import { byName } from '@/lib/domain/by-name';
import { NotFoundError } from '@/lib/domain/errors';
import type { OrganisationRow, PersonRow, PersonView } from '@/lib/domain/view';
import type { Organisation, Person } from '@/prisma/client/client';
import { Prisma } from '@/prisma/client/client';
import { getBoard } from './board';
import { type Context, demand } from './context';
import { itemState, type StateRow, toRegisterRow } from './item-state';
import { visibleItem } from './visibility';

function toRow(person: Person & { organisation: Organisation | null }, owns: number): PersonRow {
  return {
    id: person.id,
    name: person.name,
    position: person.position,
    organisation: person.organisation?.name ?? null,
    email: person.email,
    roles: person.roles,
    canSignIn: person.roles.length > 0 && person.deactivatedAt === null,
    deactivated: person.deactivatedAt !== null,
    owns,
  };
}

/** How many items each has that the actor may see, withdrawn ones apart. */
async function counts(
  { db, actor }: Context,
  column: 'ownerId' | 'leadOrganisationId',
): Promise<Map<string, number>> {
  const id = Prisma.raw(`i."${column}"`);
  const rows = await db.$queryRaw<Array<{ id: string; count: number }>>`
    SELECT ${id} AS id, count(*)::int AS count FROM "Item" i
    WHERE ${id} IS NOT NULL AND i.lifecycle <> 'withdrawn' AND ${visibleItem(actor)} GROUP BY 1`;
  return new Map(rows.map((row) => [row.id, row.count]));
}

/** Everybody, by name. @throws NotAllowedError */
export async function listPeople(context: Context): Promise<PersonRow[]> {
  demand(context, 'read');
  const [people, owned] = await Promise.all([
    context.db.person.findMany({ include: { organisation: true } }),
    counts(context, 'ownerId'),
  ]);
  return people.sort(byName).map((person) => toRow(person, owned.get(person.id) ?? 0));
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** A person and what they own. @throws NotFoundError */
export async function getPerson(context: Context, id: string): Promise<PersonView> {
  demand(context, 'read');
  const person = UUID.test(id)
    ? await context.db.person.findUnique({ where: { id }, include: { organisation: true } })
    : null;
  if (!person) throw new NotFoundError('That person');
  const { dueSoonDays } = await getBoard(context);
  const rows = await context.db.$queryRaw<StateRow[]>`
    SELECT s.* FROM ${itemState(context, dueSoonDays)} s
    WHERE s."ownerId" = ${id}::uuid AND s.lifecycle <> 'withdrawn'
    ORDER BY s.kind::"ItemKind", s.ordinal`;
  return { ...toRow(person, rows.length), items: rows.map(toRegisterRow) };
}

/** Partners first, then the bodies the sources name. @throws NotAllowedError */
export async function listOrganisations(context: Context): Promise<OrganisationRow[]> {
  demand(context, 'read');
  const [organisations, leads] = await Promise.all([
    context.db.organisation.findMany({
      include: { _count: { select: { people: true } } },
    }),
    counts(context, 'leadOrganisationId'),
  ]);
  organisations.sort((a, b) => +a.national - +b.national || byName(a, b));
  return organisations.map(({ id, name, shortName, national, nowCalled, _count }) => ({
    id,
    name,
    shortName,
    national,
    nowCalled,
    people: _count.people,
    leads: leads.get(id) ?? 0,
  }));
}
