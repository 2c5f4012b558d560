import { ConflictError } from '@/lib/domain/errors';
import { EVENT_TITLES } from '@/lib/domain/event-kinds';
import { ROLE_NAMES, type Role } from '@/lib/domain/permissions';
import type { AuditEvent } from '@/prisma/client/client';
import type { FieldChange } from './change';
import type { Transaction } from './database';

/** What says which roles somebody has. */
const GIVES_ROLES = ['person.invited', 'person.roles', 'person.reactivated'];
const SHUTS_OUT = 'person.deactivated';

/** All that was said of what somebody may do, the latest last. */
export function accessChanges(
  db: Pick<Transaction, 'auditEvent'>,
  personId: string,
): Promise<AuditEvent[]> {
  return db.auditEvent.findMany({
    where: { personId, kind: { in: [...GIVES_ROLES, SHUTS_OUT] } },
    orderBy: { seq: 'asc' },
  });
}

const givingRoles = (changes: readonly AuditEvent[]) =>
  changes.filter(({ kind }) => GIVES_ROLES.includes(kind));

/** How often somebody was given roles: the number of the change that gave them those they have. */
export function rolesNumber(changes: readonly AuditEvent[]): number {
  return givingRoles(changes).length;
}

/** Why somebody was shut out. */
export function whyShutOut(changes: readonly AuditEvent[]): string | null {
  return changes.findLast(({ kind }) => kind === SHUTS_OUT)?.reason ?? null;
}

/**
 * Refuses a form whose roles are no longer those that somebody has.
 * @throws ConflictError with the roles that were given since
 */
export async function demandLatestRoles(
  tx: Transaction,
  personId: string,
  basedOn: number,
): Promise<void> {
  const given = givingRoles(await accessChanges(tx, personId));
  if (basedOn === given.length) return;
  const since = await tx.auditEvent.findMany({
    where: { seq: { in: given.slice(basedOn).map(({ seq }) => seq) } },
    orderBy: { seq: 'asc' },
    include: { author: true },
  });
  throw new ConflictError(
    given.length,
    since.map(({ kind, recordedAt, author, changes }) => ({
      who: author?.name ?? 'The system',
      at: recordedAt.toISOString(),
      what: EVENT_TITLES[kind] ?? kind,
      details: (changes as unknown as FieldChange[]).flatMap(({ from, to }) => [
        { label: 'Roles before', value: inWords(from) },
        { label: 'Roles now', value: inWords(to) },
      ]),
    })),
  );
}

function inWords(roles: FieldChange['to']): string {
  const names = Array.isArray(roles) ? roles.map((role) => ROLE_NAMES[role as Role] ?? role) : [];
  return names.join(', ') || 'None';
}
