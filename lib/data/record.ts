import { Prisma } from '@/prisma/client/client';
import type { Context } from './context';

/**
 * The tables of the register as reads see them: as they stand, or, for a context that asks for
 * it, as they had been recorded by its moment (design, "As at"). Both have the same columns, so
 * that everything on top of them is written once. Whether a thing is restricted, and from whom it
 * is hidden, is always the present mark: access follows the present.
 */
export type Moment = Pick<Context, 'now' | 'asAt'>;

/** The rows of an append-only table that had been written by then. */
export function recordedBy({ now, asAt }: Moment): { recordedAt?: { lte: Date } } {
  return asAt ? { recordedAt: { lte: now } } : {};
}

/** The same as SQL. @param alias of the table */
export function writtenBy({ now, asAt }: Moment, alias: string): Prisma.Sql {
  return asAt ? Prisma.sql`${Prisma.raw(alias)}."recordedAt" <= ${now}` : Prisma.sql`TRUE`;
}

/** Every item, with what its latest rows say. */
export function items(moment: Moment): Prisma.Sql {
  if (!moment.asAt) return Prisma.sql`"Item"`;
  return Prisma.sql`(
    SELECT i.id, i.kind, i.reference, i.ordinal, i."sourceId", i."commitmentKind", i."parentId",
      i.rated, i.restricted, i."hiddenFrom", s.number, s.rag, s.headline, s."ownerId",
      s."leadOrganisationId", s."ourRole", s."firstDueDate", s."dueDate", s."reviewDate",
      s.lifecycle, s.outcome, s."closedOn", w.number AS "wordingNumber", w."shortTitle", w.text,
      w."yourReference", said.at AS "lastUpdateAt"
    FROM "Item" i
    JOIN (
      SELECT DISTINCT ON (u."itemId") u.* FROM "StatusUpdate" u WHERE ${writtenBy(moment, 'u')}
      ORDER BY u."itemId", u.number DESC
    ) s ON s."itemId" = i.id
    JOIN (
      SELECT DISTINCT ON (v."itemId") v.* FROM "ItemWording" v WHERE ${writtenBy(moment, 'v')}
      ORDER BY v."itemId", v.number DESC
    ) w ON w."itemId" = i.id
    LEFT JOIN (
      SELECT u."itemId", max(u."recordedAt") AS at FROM "StatusUpdate" u
      WHERE u.kind IN ('rag', 'no_change') AND ${writtenBy(moment, 'u')} GROUP BY u."itemId"
    ) said ON said."itemId" = i.id
  )`;
}

/** A thing that has versions, each of which holds all that can change of it. */
function versioned(
  moment: Moment,
  table: 'Person' | 'Organisation' | 'Grouping' | 'Meeting' | 'Source',
  fixed: readonly string[],
  changing: readonly string[],
): Prisma.Sql {
  if (!moment.asAt) return Prisma.raw(`"${table}"`);
  const key = Prisma.raw(`"${table.toLowerCase()}Id"`);
  const columns = [
    ...['id', ...fixed].map((name) => `t."${name}"`),
    ...['version', ...changing].map((name) => `v."${name}"`),
  ];
  return Prisma.sql`(
    SELECT ${Prisma.raw(columns.join(', '))}
    FROM ${Prisma.raw(`"${table}"`)} t
    JOIN (
      SELECT DISTINCT ON (${key}) * FROM ${Prisma.raw(`"${table}Version"`)} r
      WHERE ${writtenBy(moment, 'r')} ORDER BY ${key}, version DESC
    ) v ON v.${key} = t.id
  )`;
}

export function people(moment: Moment): Prisma.Sql {
  return versioned(moment, 'Person', [], ['name', 'position', 'organisationId']);
}

export function organisations(moment: Moment): Prisma.Sql {
  return versioned(moment, 'Organisation', ['national'], ['name', 'shortName', 'nowCalled']);
}

export function groupings(moment: Moment): Prisma.Sql {
  return versioned(moment, 'Grouping', ['kind', 'code', 'ordinal'], ['name', 'retired']);
}

export function sources(moment: Moment): Prisma.Sql {
  return versioned(moment, 'Source', ['prefix', 'ordinal'], ['title', 'publisher', 'published']);
}

export function meetings(moment: Moment): Prisma.Sql {
  const changing = ['date', 'startsAt', 'venue', 'cancelled', 'updatesDue', 'papersIssued'];
  return versioned(moment, 'Meeting', ['slug'], changing);
}

/** Proposals that await a decision: columns of "Proposal". An item has one at a time. */
export function pendingProposals(moment: Moment): Prisma.Sql {
  return Prisma.sql`(
    SELECT p.* FROM "Proposal" p
    WHERE ${writtenBy(moment, 'p')}
      AND NOT EXISTS (
        SELECT 1 FROM "ProposalWithdrawal" w
        WHERE w."itemId" = p."itemId" AND w.number = p.number AND ${writtenBy(moment, 'w')}
      )
      AND NOT EXISTS (
        SELECT 1 FROM "Decision" d
        WHERE d."itemId" = p."itemId" AND d."proposalNumber" = p.number AND ${writtenBy(moment, 'd')}
      )
  )`;
}
