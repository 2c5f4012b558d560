import { z } from 'zod';
import { addDays, londonDay } from '@/lib/domain/dates';
import { EVIDENCE_STATES } from '@/lib/domain/evidence';
import { COMMITMENT_KINDS, ITEM_KINDS, LIFECYCLES, OUR_ROLES, OUTCOMES } from '@/lib/domain/item';
import { PROPOSAL_KINDS } from '@/lib/domain/proposal';
import { RAG_STATUSES } from '@/lib/domain/rag';
import { SCHEDULE_STATES } from '@/lib/domain/schedule';
import { UPDATE_KINDS } from '@/lib/domain/status-update';
import type { LinkedItem, RegisterRow } from '@/lib/domain/view';
import { Prisma } from '@/prisma/client/client';
import type { Context } from './context';
import { toPlainDate } from './plain-date';
import { items, organisations, pendingProposals, people } from './record';
import { standingEvidence, visibleItem } from './visibility';

/** A row of `itemState`, as PostgreSQL hands it over. */
export const STATE_ROW = z.object({
  id: z.string(),
  reference: z.string(),
  kind: z.enum(ITEM_KINDS),
  ordinal: z.number(),
  commitmentKind: z.enum(COMMITMENT_KINDS).nullable(),
  rated: z.boolean(),
  parentReference: z.string().nullable(),
  shortTitle: z.string(),
  yourReference: z.string().nullable(),
  /** Null for what is not rated at all, and for what was closed otherwise than as complete. */
  rag: z.enum(RAG_STATUSES).nullable(),
  headline: z.string().nullable(),
  ownerId: z.string().nullable(),
  ownerName: z.string().nullable(),
  leadId: z.string().nullable(),
  leadName: z.string().nullable(),
  leadShortName: z.string().nullable(),
  ourRole: z.enum(OUR_ROLES).nullable(),
  firstDueDate: z.date().nullable(),
  dueDate: z.date().nullable(),
  reviewDate: z.date().nullable(),
  lifecycle: z.enum(LIFECYCLES),
  outcome: z.enum(OUTCOMES).nullable(),
  closedOn: z.date().nullable(),
  /** What awaits a decision. */
  proposed: z.enum(PROPOSAL_KINDS).nullable(),
  restricted: z.boolean(),
  lastUpdateAt: z.date().nullable(),
  evidence: z.enum(EVIDENCE_STATES),
  schedule: z.enum(SCHEDULE_STATES).nullable(),
});
export type StateRow = z.infer<typeof STATE_ROW>;

/** What `dateMoves` asks of an update, where it was gathered as JSON. */
export const DATE_CHANGE = z.object({
  kind: z.enum(UPDATE_KINDS),
  dueDate: z.string().nullable(),
  firstDueDate: z.string().nullable(),
});

/**
 * The state of every item the actor may see, as a subquery with the columns of `StateRow` (and
 * `text`): filters, order and counts are written once, on top of it. The evidence and the
 * schedule say in SQL what lib/domain/evidence.ts and schedule.ts say; a test holds them together.
 * @param dueSoonDays the board's setting
 */
export function itemState(
  context: Pick<Context, 'actor' | 'now' | 'asAt'>,
  dueSoonDays: number,
): Prisma.Sql {
  const today = londonDay(context.now);
  const soon = addDays(today, dueSoonDays);
  return Prisma.sql`(
    SELECT i.id, i.reference, i.kind::text AS kind, i.ordinal, i.rated,
      i."commitmentKind"::text AS "commitmentKind", parent.reference AS "parentReference",
      i."shortTitle", i.text, i."yourReference",
      CASE WHEN i.rated AND coalesce(i.outcome, 'complete') = 'complete' THEN i.rag::text END AS rag,
      i.headline,
      i."ownerId", owner.name AS "ownerName",
      i."leadOrganisationId" AS "leadId", lead.name AS "leadName",
      lead."shortName" AS "leadShortName", i."ourRole"::text AS "ourRole",
      i."firstDueDate", i."dueDate", i."reviewDate", i.lifecycle::text AS lifecycle,
      i.outcome::text AS outcome, i."closedOn", proposal.kind::text AS proposed,
      i.restricted, i."lastUpdateAt",
      CASE
        WHEN e."latestReview" IS NULL THEN 'none'
        WHEN e."latestReview" < ${today}::date THEN 'out_of_date'
        ELSE 'current'
      END AS evidence,
      CASE
        WHEN i.kind <> 'local_action' OR i.lifecycle = 'withdrawn'
          OR (i.lifecycle = 'closed' AND i.outcome <> 'complete') THEN NULL
        WHEN i.lifecycle = 'closed' THEN
          CASE WHEN i."closedOn" > coalesce(i."dueDate", i."reviewDate") THEN 'done_late' ELSE 'done' END
        WHEN coalesce(i."dueDate", i."reviewDate") IS NULL THEN 'no_date'
        WHEN coalesce(i."dueDate", i."reviewDate") < ${today}::date THEN 'overdue'
        WHEN i."dueDate" IS NULL THEN 'ongoing'
        WHEN i."dueDate" <= ${soon}::date THEN 'due_soon'
        ELSE 'on_time'
      END AS schedule
    FROM ${items(context)} i
    LEFT JOIN "Item" parent ON parent.id = i."parentId"
    LEFT JOIN ${people(context)} owner ON owner.id = i."ownerId"
    LEFT JOIN ${organisations(context)} lead ON lead.id = i."leadOrganisationId"
    LEFT JOIN ${pendingProposals(context)} proposal ON proposal."itemId" = i.id
    LEFT JOIN (
      SELECT "itemId", max("reviewOn") AS "latestReview"
      FROM ${standingEvidence(context)} standing GROUP BY "itemId"
    ) e ON e."itemId" = i.id
    WHERE ${visibleItem(context.actor)}
  )`;
}

export function toRegisterRow(row: StateRow): RegisterRow {
  return {
    reference: row.reference,
    kind: row.kind,
    commitmentKind: row.commitmentKind,
    rated: row.rated,
    parentReference: row.parentReference,
    shortTitle: row.shortTitle,
    rag: row.rag ?? 'not_rated',
    evidence: row.evidence,
    schedule: row.schedule,
    owner: row.ownerId ? { id: row.ownerId, name: row.ownerName ?? '' } : null,
    lead: row.leadId
      ? { id: row.leadId, name: row.leadName ?? '', shortName: row.leadShortName }
      : null,
    ourRole: row.ourRole,
    headline: row.headline,
    lastUpdateAt: row.lastUpdateAt?.toISOString() ?? null,
    firstDueDate: toPlainDate(row.firstDueDate),
    dueDate: toPlainDate(row.dueDate),
    reviewDate: toPlainDate(row.reviewDate),
    lifecycle: row.lifecycle,
    outcome: row.outcome,
    closedOn: toPlainDate(row.closedOn),
    proposed: row.proposed,
    restricted: row.restricted,
    movement: null,
  };
}

/** An item as the tables of what is linked show it. */
export function toLinkedItem(row: StateRow & { strength: LinkedItem['strength'] }): LinkedItem {
  return {
    reference: row.reference,
    kind: row.kind,
    shortTitle: row.shortTitle,
    rag: row.rag ?? 'not_rated',
    evidence: row.evidence,
    schedule: row.schedule,
    rated: row.rated,
    lifecycle: row.lifecycle,
    outcome: row.outcome,
    strength: row.strength,
  };
}
