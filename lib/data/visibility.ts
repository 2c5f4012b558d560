import { type Actor, isOnlyViewer, type PersonActor } from '@/lib/domain/permissions';
import { Prisma } from '@/prisma/client/client';
import type { Context } from './context';
import { type Moment, writtenBy } from './record';

/**
 * The restricted rule as SQL: the same as `maySee` in lib/domain/permissions.ts, and a test holds
 * the two together. Every read of items or evidence goes through one of these.
 */

const everything = Prisma.sql`TRUE`;

function unlessRestricted(actor: Actor, restricted: Prisma.Sql, hiddenFrom: Prisma.Sql) {
  if (actor.kind === 'system') return everything;
  if (isOnlyViewer(actor)) return Prisma.sql`NOT ${restricted}`;
  return Prisma.sql`NOT (${restricted} AND ${hidesFrom(actor, hiddenFrom)})`;
}

/**
 * Whether a list of organisations shuts an actor out. Whoever belongs to none could belong to any of
 * them, so every list that names one does.
 */
export function hidesFrom({ organisationId }: PersonActor, hiddenFrom: Prisma.Sql): Prisma.Sql {
  return organisationId === null
    ? Prisma.sql`cardinality(${hiddenFrom}) > 0`
    : Prisma.sql`${organisationId}::uuid = ANY(${hiddenFrom})`;
}

/** @param alias of the "Item" table in the query */
export function visibleItem(actor: Actor, alias = 'i'): Prisma.Sql {
  const column = (name: string) => Prisma.raw(`${alias}."${name}"`);
  return unlessRestricted(actor, column('restricted'), column('hiddenFrom'));
}

/**
 * The evidence that stands (not withdrawn) and that the actor may see, as a subquery with
 * columns id, "itemId", "reviewOn", "recordedAt".
 */
export function standingEvidence(context: Moment & Pick<Context, 'actor'>): Prisma.Sql {
  return Prisma.sql`(
    SELECT e.id, e."itemId", e."reviewOn", e."recordedAt"
    FROM "Evidence" e ${restrictionOfEvidence}
    WHERE ${writtenBy(context, 'e')}
      AND NOT EXISTS (
        SELECT 1 FROM "EvidenceEvent" w
        WHERE w."evidenceId" = e.id AND w.kind = 'withdrawn' AND ${writtenBy(context, 'w')}
      )
      AND ${seenEvidence(context.actor)}
  )`;
}

/** The evidence that was withdrawn: columns "itemId", "withdrawnAt". */
export function withdrawnEvidence(context: Moment & Pick<Context, 'actor'>): Prisma.Sql {
  return Prisma.sql`(
    SELECT e."itemId", w."recordedAt" AS "withdrawnAt"
    FROM "Evidence" e ${restrictionOfEvidence}
    JOIN "EvidenceEvent" w ON w."evidenceId" = e.id AND w.kind = 'withdrawn'
    WHERE ${writtenBy(context, 'w')} AND ${seenEvidence(context.actor)}
  )`;
}

/** Ids of the evidence that the actor may see, withdrawn or not, as a subquery. */
export function visibleEvidence(actor: Actor): Prisma.Sql {
  return Prisma.sql`(
    SELECT e.id FROM "Evidence" e JOIN "Item" i ON i.id = e."itemId" ${restrictionOfEvidence}
    WHERE ${visibleItem(actor)} AND ${seenEvidence(actor)}
  )`;
}

const restrictionOfEvidence = Prisma.sql`
    LEFT JOIN LATERAL (
      SELECT kind, "hiddenFrom" FROM "EvidenceEvent"
      WHERE "evidenceId" = e.id AND kind IN ('restricted', 'released')
      ORDER BY number DESC LIMIT 1
    ) r ON TRUE`;

function seenEvidence(actor: Actor): Prisma.Sql {
  const restricted = Prisma.raw(`coalesce(r.kind = 'restricted', FALSE)`);
  return unlessRestricted(actor, restricted, Prisma.raw('r."hiddenFrom"'));
}

/** The links that stand: the latest row for each pair, unless it says removed. */
export function standingLinks(moment: Moment): Prisma.Sql {
  return Prisma.sql`(
    SELECT * FROM (
      SELECT DISTINCT ON (w."fromId", w."toItemId", w."toGroupingId", w."organisationId") w.*
      FROM "Link" w WHERE ${writtenBy(moment, 'w')}
      ORDER BY w."fromId", w."toItemId", w."toGroupingId", w."organisationId", w.seq DESC
    ) latest WHERE NOT removed
  )`;
}
