import { z } from 'zod';
import { IMPORT_NAMES, type ImportKind, type RowWrite } from '@/lib/domain/import-model';
import { maySee } from '@/lib/domain/permissions';
import { PROPOSAL_KINDS, type ProposalKind } from '@/lib/domain/proposal';
import type { Item, ItemWording, Person } from '@/prisma/client/client';
import { getBoard } from './board';
import type { Change } from './change';
import { linkableEnds, STANDING, type Standing } from './links';
import { findOwners } from './people';
import { queryRows } from './query-rows';
import { standingLinks, visibleItem } from './visibility';

const WORDING = z.object({
  itemId: z.string(),
  number: z.number(),
  recordedAt: z.date(),
  authorId: z.string().nullable(),
  authorVersion: z.number().nullable(),
  reason: z.string().nullable(),
  shortTitle: z.string(),
  text: z.string(),
  yourReference: z.string().nullable(),
  amount: z.string().nullable(),
  amountPeriod: z.string().nullable(),
  editorNote: z.string().nullable(),
  alsoInvolved: z.string().nullable(),
  area: z.string().nullable(),
  startDate: z.date().nullable(),
  fundingSource: z.string().nullable(),
  fundedUntil: z.date().nullable(),
  successMeasure: z.string().nullable(),
  baseline: z.string().nullable(),
  target: z.string().nullable(),
});
const LINK = STANDING.extend({ fromId: z.string() });
const PROPOSED = z.object({
  itemId: z.string(),
  count: z.number(),
  pending: z.enum(PROPOSAL_KINDS).nullable(),
});

/** What rows of an import need to know of the items they change, read for all of them at once. */
export interface Known {
  items: Map<string, Item>;
  people: Map<string, Person>;
  organisationIds: Set<string>;
  wordings: Map<string, ItemWording>;
  /** By the id of the item. */
  links: Map<string, Standing[]>;
  /** What a local action can be linked to. */
  linkable: { itemIds: Set<string>; groupingIds: Set<string> };
  pending: Map<string, ProposalKind>;
  /** How many proposals there have been. */
  proposals: Map<string, number>;
  /** The board's setting, for evidence. */
  reviewMonths: number;
}

/**
 * Holds every item that an import of a kind may change, so that what is read of them next still
 * holds when it is written. In the order of ids, as everything that holds several does; others may
 * go on naming them meanwhile.
 */
export async function lockItems({ tx, actor }: Change, kind: ImportKind): Promise<void> {
  await tx.$executeRaw`
    SELECT i.id FROM "Item" i
    WHERE i.kind::text = ANY(${[...IMPORT_NAMES[kind]]}::text[]) AND ${visibleItem(actor)}
    ORDER BY i.id FOR NO KEY UPDATE`;
}

/** @param writes of the chosen rows: none names what the actor may not see */
export async function readKnown(by: Change, writes: readonly RowWrite[]): Promise<Known> {
  const { tx } = by;
  const references = writes.flatMap(({ reference }) => reference ?? []);
  const named = await tx.item.findMany({ where: { reference: { in: references } } });
  const items = named.filter((item) => maySee(by.actor, item));
  const ids = items.map(({ id }) => id);
  const linked = writes.some(({ linkIds }) => linkIds);
  const people = await findOwners(tx, [...new Set(writes.flatMap(({ ownerId }) => ownerId ?? []))]);
  const organisations = await tx.organisation.findMany({ select: { id: true } });
  const wordings = await queryRows(tx, WORDING)`
    SELECT w.* FROM "ItemWording" w
    JOIN "Item" i ON i.id = w."itemId" AND i."wordingNumber" = w.number
    WHERE i.id = ANY(${ids}::uuid[])`;
  const links = linked
    ? await queryRows(tx, LINK)`
        SELECT l."fromId", l."toItemId", l."toGroupingId", l.strength::text AS strength,
          l."closestFit"
        FROM ${standingLinks(by)} l
        WHERE l."fromId" = ANY(${ids}::uuid[]) AND l."organisationId" IS NULL`
    : [];
  const proposals = await queryRows(tx, PROPOSED)`
    SELECT p."itemId", count(*)::int AS count,
      max(p.kind::text) FILTER (WHERE NOT EXISTS (
        SELECT 1 FROM "ProposalWithdrawal" w WHERE (w."itemId", w.number) = (p."itemId", p.number)
      ) AND NOT EXISTS (
        SELECT 1 FROM "Decision" d
        WHERE (d."itemId", d."proposalNumber") = (p."itemId", p.number)
      )) AS pending
    FROM "Proposal" p WHERE p."itemId" = ANY(${ids}::uuid[]) GROUP BY p."itemId"`;
  const linksOf = new Map<string, Standing[]>();
  for (const { fromId, ...link } of links) {
    linksOf.set(fromId, [...(linksOf.get(fromId) ?? []), link]);
  }
  const { reviewMonths } = await getBoard({ db: tx });
  return {
    items: new Map(items.map((one) => [one.reference, one])),
    people: new Map(people.map((one) => [one.id, one])),
    organisationIds: new Set(organisations.map(({ id }) => id)),
    wordings: new Map(wordings.map((one) => [one.itemId, one])),
    links: linksOf,
    linkable: await linkableEnds(by, 'local_action'),
    pending: new Map(proposals.flatMap((one) => (one.pending ? [[one.itemId, one.pending]] : []))),
    proposals: new Map(proposals.map(({ itemId, count }) => [itemId, count])),
    reviewMonths,
  };
}
