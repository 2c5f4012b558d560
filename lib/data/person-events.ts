import { ConflictError, type ConflictingChange } from '@/lib/domain/errors';
import { EVENT_TITLES } from '@/lib/domain/event-kinds';
import { type FieldChange, readFieldChanges } from '@/lib/domain/field-change';
import { ROLE_NAMES, ROLES } from '@/lib/domain/permissions';
import type { AuditEvent, Person, PersonVersion } from '@/prisma/client/client';
import type { Transaction } from './database';

/** What gives somebody roles. */
const ROLES_GIVEN = ['person.invited', 'person.roles', 'person.reactivated'];
/** What gives them a name, a position, an organisation or an email address. */
const DETAILS_GIVEN = ['person.invited', 'person.changed'];
const SHUT_OUT = 'person.deactivated';

/** What was said of somebody’s details and access, the latest last. */
export function listPersonEvents(
  db: Pick<Transaction, 'auditEvent'>,
  personId: string,
): Promise<AuditEvent[]> {
  const kind = { in: [...new Set([...ROLES_GIVEN, ...DETAILS_GIVEN, SHUT_OUT])] };
  return db.auditEvent.findMany({ where: { personId, kind }, orderBy: { seq: 'asc' } });
}

const among = (events: readonly AuditEvent[], kinds: readonly string[]) =>
  events.filter(({ kind }) => kinds.includes(kind));

/** How often somebody was given roles, and details: what forms that change those are based on. */
export function personNumbers(events: readonly AuditEvent[]) {
  return {
    roles: among(events, ROLES_GIVEN).length,
    details: among(events, DETAILS_GIVEN).length,
  };
}

/** Why somebody was shut out. */
export function whyShutOut(events: readonly AuditEvent[]): string | null {
  return among(events, [SHUT_OUT]).at(-1)?.reason ?? null;
}

type Told = AuditEvent & { author: PersonVersion | null };

/** What was said after a form was drawn; null where that is nothing. */
async function saidSince(
  tx: Transaction,
  personId: string,
  kinds: readonly string[],
  basedOn: number,
): Promise<{ number: number; told: Told[] } | null> {
  const said = among(await listPersonEvents(tx, personId), kinds);
  if (basedOn === said.length) return null;
  const told = await tx.auditEvent.findMany({
    where: { seq: { in: said.slice(basedOn).map(({ seq }) => seq) } },
    orderBy: { seq: 'asc' },
    include: { author: true },
  });
  return { number: said.length, told };
}

const inConflict = (event: Told, details: ConflictingChange['details']): ConflictingChange => ({
  who: event.author?.name ?? 'The system',
  at: event.recordedAt.toISOString(),
  what: EVENT_TITLES[event.kind] ?? event.kind,
  details,
});

/** Refuses a form whose roles are no longer those that somebody has. @throws ConflictError */
export async function demandLatestRoles(
  tx: Transaction,
  personId: string,
  basedOn: number,
): Promise<void> {
  const since = await saidSince(tx, personId, ROLES_GIVEN, basedOn);
  if (!since) return;
  const changes = since.told.map((event) => {
    const roles = readFieldChanges(event).flatMap(({ from, to }) => [
      { label: 'Roles before', value: inWords(from) },
      { label: 'Roles now', value: inWords(to) },
    ]);
    return inConflict(event, roles);
  });
  throw new ConflictError(since.number, changes);
}

function inWords(roles: FieldChange['to']): string {
  const held = ROLES.filter((role) => Array.isArray(roles) && roles.includes(role));
  return held.map((role) => ROLE_NAMES[role]).join(', ') || 'None';
}

/**
 * Refuses a form whose name, position, organisation or email address is no longer somebody’s.
 * @throws ConflictError
 */
export async function demandLatestDetails(
  tx: Transaction,
  person: Person,
  basedOn: number,
): Promise<void> {
  const since = await saidSince(tx, person.id, DETAILS_GIVEN, basedOn);
  if (!since) return;
  const versions = await tx.personVersion.findMany({
    where: { personId: person.id },
    orderBy: { version: 'asc' },
  });
  const organisations = await tx.organisation.findMany({
    where: { id: { in: versions.flatMap(({ organisationId }) => organisationId ?? []) } },
  });
  const changes = since.told.map((event) => {
    // As they stood when it was saved; of email addresses only the present one is kept.
    const then = versions.filter(({ recordedAt }) => recordedAt <= event.recordedAt).at(-1);
    const works = organisations.find(({ id }) => id === then?.organisationId);
    return inConflict(event, [
      { label: 'Name', value: then?.name ?? person.name },
      { label: 'Position', value: then?.position ?? person.position },
      { label: 'Organisation', value: works?.name ?? 'None' },
      { label: 'Email address now', value: person.email ?? 'None' },
    ]);
  });
  throw new ConflictError(since.number, changes);
}
