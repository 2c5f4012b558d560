import { z } from 'zod';
import { byName } from '@/lib/domain/by-name';
import { londonDay } from '@/lib/domain/dates';
import { NotFoundError } from '@/lib/domain/errors';
import { isId } from '@/lib/domain/is-id';
import { CAPACITY_NAMES } from '@/lib/domain/membership';
import { type Actor, can } from '@/lib/domain/permissions';
import type { OrganisationRow, PersonAccess, PersonRow, PersonView } from '@/lib/domain/view';
import type { Organisation, Person } from '@/prisma/client/client';
import { Prisma } from '@/prisma/client/client';
import { getBoard } from './board';
import { type Context, demand } from './context';
import { countOpenMeetingActions } from './hand-over';
import { itemState, STATE_ROW, toRegisterRow } from './item-state';
import { membersOn } from './membership-view';
import { listPersonEvents, personNumbers, whyShutOut } from './person-events';
import { queryRows } from './query-rows';
import { getHeldOff } from './rate-limits';
import { visibleItem } from './visibility';

/** What their sign-ins say about a person. */
const SEEN = z.object({
  id: z.string(),
  /** Whether they have signed in by single sign-on. */
  linked: z.boolean(),
  seenAt: z.date().nullable(),
});
type Seen = Omit<z.infer<typeof SEEN>, 'id'>;
const COUNT = z.object({ id: z.string(), count: z.number() });

type Held = Person & {
  organisation: Organisation | null;
};
const NEVER: Seen = { linked: false, seenAt: null };

/** By person; of everybody, or of one. */
async function signIns({ db }: Context, id?: string): Promise<Map<string, Seen>> {
  const which = id ? Prisma.sql`WHERE p.id = ${id}::uuid` : Prisma.empty;
  const rows = await queryRows(db, SEEN)`
    SELECT p.id,
      EXISTS (SELECT 1 FROM "Identity" i WHERE i."personId" = p.id) AS linked,
      (SELECT max(s."lastSeenAt") FROM "Session" s WHERE s."personId" = p.id) AS "seenAt"
    FROM "Person" p ${which}`;
  return new Map(rows.map((row) => [row.id, row]));
}

function accessOf({ roles, deactivatedAt, passwordHash }: Held, { linked }: Seen): PersonAccess {
  if (deactivatedAt) return 'deactivated';
  if (roles.length === 0) return 'none';
  return passwordHash === null && !linked ? 'invited' : 'active';
}

function toRow(
  { actor }: Context,
  person: Held,
  { owns, seat, seen = NEVER }: { owns: number; seat: string | null; seen: Seen | undefined },
): PersonRow {
  const seenAt = can(actor, 'managePeople') ? seen.seenAt : null;
  return {
    id: person.id,
    name: person.name,
    position: person.position,
    organisation: person.organisation?.name ?? null,
    email: person.email,
    roles: person.roles,
    access: accessOf(person, seen),
    seat,
    owns,
    lastSeenAt: seenAt?.toISOString() ?? null,
  };
}

/** Who sits on the board today, as what. */
async function seats(context: Context): Promise<Map<string, string>> {
  const members = await membersOn(context, londonDay(context.now));
  return new Map(members.map(({ id, capacity }) => [id, CAPACITY_NAMES[capacity]]));
}

const isSelf = (actor: Actor, { id }: Person) => actor.kind === 'person' && actor.id === id;

/** What the actor may do to somebody, as the functions that do it will ask. */
function mayDo(
  { actor }: Context,
  person: Held & { secondFactor: unknown },
  { linked }: Seen,
): Omit<PersonView['may'], 'liftHold'> {
  const manage = can(actor, 'managePeople') && person.erasedAt === null;
  const active = person.deactivatedAt === null;
  const hasRoles = person.roles.length > 0;
  const self = isSelf(actor, person);
  const invites = can(actor, 'invite', { roles: person.roles }) && person.erasedAt === null;
  return {
    change: manage,
    invite: invites && active && !hasRoles,
    link: invites && active && hasRoles && (manage || (person.passwordHash === null && !linked)),
    setRoles: manage && active && hasRoles && !self,
    deactivate: manage && active && hasRoles && !self,
    reactivate: manage && !active,
    endSessions: manage && active && hasRoles,
    resetSecondStep: manage && !self && person.secondFactor !== null,
    unlink: manage && linked,
    handOver: can(actor, 'handOver'),
    erase: manage && (!active || !hasRoles),
    // Their own is with their account.
    file: can(actor, 'managePeople') && !self,
  };
}

/** How many items each has that the actor may see, withdrawn ones apart. */
async function counts(
  { db, actor }: Context,
  column: 'ownerId' | 'leadOrganisationId',
): Promise<Map<string, number>> {
  const id = Prisma.raw(`i."${column}"`);
  const rows = await queryRows(db, COUNT)`
    SELECT ${id} AS id, count(*)::int AS count FROM "Item" i
    WHERE ${id} IS NOT NULL AND i.lifecycle <> 'withdrawn' AND ${visibleItem(actor)} GROUP BY 1`;
  return new Map(rows.map((row) => [row.id, row.count]));
}

/** Everybody, by name. @throws NotAllowedError */
export async function listPeople(context: Context): Promise<PersonRow[]> {
  demand(context, 'read');
  const [people, owned, seated, seen] = await Promise.all([
    context.db.person.findMany({ include: { organisation: true } }),
    counts(context, 'ownerId'),
    seats(context),
    signIns(context),
  ]);
  return people.sort(byName).map((person) =>
    toRow(context, person, {
      owns: owned.get(person.id) ?? 0,
      seat: seated.get(person.id) ?? null,
      seen: seen.get(person.id),
    }),
  );
}

/** A person and what they own. @throws NotFoundError */
export async function getPerson(context: Context, id: string): Promise<PersonView> {
  demand(context, 'read');
  const person = isId(id)
    ? await context.db.person.findUnique({
        where: { id },
        include: { organisation: true, secondFactor: { select: { confirmedAt: true } } },
      })
    : null;
  if (!person) throw new NotFoundError('That person');
  const { dueSoonDays } = await getBoard(context);
  const rows = await queryRows(context.db, STATE_ROW)`
    SELECT s.* FROM ${itemState(context, dueSoonDays)} s
    WHERE s."ownerId" = ${id}::uuid AND s.lifecycle <> 'withdrawn'
    ORDER BY s.kind::"ItemKind", s.ordinal`;
  const seat = (await seats(context)).get(id) ?? null;
  const seen = (await signIns(context, id)).get(id) ?? NEVER;
  const events = await listPersonEvents(context.db, id);
  const held = can(context.actor, 'managePeople') ? await getHeldOff(context, person) : null;
  const { deactivatedAt } = person;
  return {
    ...toRow(context, person, { owns: rows.length, seat, seen }),
    openMeetingActions: await countOpenMeetingActions(context.db, id),
    self: isSelf(context.actor, person),
    numbers: personNumbers(events),
    deactivated:
      deactivatedAt && can(context.actor, 'handOver')
        ? { at: deactivatedAt.toISOString(), reason: whyShutOut(events) }
        : null,
    organisationId: person.organisationId,
    erased: person.erasedAt !== null,
    hasPassword: person.passwordHash !== null,
    hasSecondStep: can(context.actor, 'managePeople') && person.secondFactor?.confirmedAt != null,
    heldOff: held,
    items: rows.map(toRegisterRow),
    may: { ...mayDo(context, person, seen), liftHold: held !== null },
  };
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
