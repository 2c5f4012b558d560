import { z } from 'zod';
import { RuleError } from '@/lib/domain/errors';
import type { ItemKind, LinkStrength } from '@/lib/domain/item';
import { LINK_STRENGTHS } from '@/lib/domain/item';
import { MAY_LINK_TO } from '@/lib/domain/mapping';
import type { Item } from '@/prisma/client/client';
import type { Change, Recording } from './change';
import { author } from './context';
import { recordTime } from './items';
import { queryRows } from './query-rows';
import { standingLinks, visibleItem } from './visibility';

const ID = z.object({ id: z.string() });
export const STANDING = z.object({
  toItemId: z.string().nullable(),
  toGroupingId: z.string().nullable(),
  strength: z.enum(LINK_STRENGTHS).nullable(),
  closestFit: z.boolean(),
});
export type Standing = z.infer<typeof STANDING>;

export interface Ends {
  itemIds: readonly string[];
  groupingIds: readonly string[];
  /** How closely a commitment answers a recommendation, by its id. */
  strengths?: Readonly<Record<string, LinkStrength>>;
}

const endOf = ({ toItemId, toGroupingId }: Pick<Standing, 'toItemId' | 'toGroupingId'>): string =>
  toItemId ?? toGroupingId ?? '';

/** What items of a kind can be linked to, and the actor sees. */
export async function linkableEnds(
  by: Pick<Change, 'tx' | 'actor'>,
  kind: ItemKind,
): Promise<Record<'itemIds' | 'groupingIds', Set<string>>> {
  const kinds = MAY_LINK_TO[kind];
  const items = await queryRows(by.tx, ID)`
    SELECT i.id FROM "Item" i
    WHERE i.kind::text = ANY(${kinds.items}::text[]) AND ${visibleItem(by.actor)}`;
  const groupings = await by.tx.grouping.findMany({
    where: { kind: { in: [...kinds.groupings] }, retired: false },
    select: { id: true },
  });
  return {
    itemIds: new Set(items.map(({ id }) => id)),
    groupingIds: new Set(groupings.map(({ id }) => id)),
  };
}

/** @throws RuleError for an end that is not among them */
async function possibleEnds(by: Change, item: Item, wanted: Ends): Promise<Set<string>> {
  const possible = await linkableEnds(by, item.kind);
  for (const field of ['itemIds', 'groupingIds'] as const) {
    if (wanted[field].some((id) => !possible[field].has(id))) {
      throw new RuleError({ [field]: 'Choose from the list' });
    }
  }
  return new Set([...possible.itemIds, ...possible.groupingIds]);
}

/**
 * Makes these the links of an item: adds what is missing, removes what is not named, and appends
 * a row where the strength is another. Links never conflict. Links to what the actor may not see,
 * to retired groupings, and of other kinds (to bodies), stay as they are.
 * @returns how many rows were appended
 * @throws RuleError for an end that does not exist or cannot be linked to
 */
export async function setLinks(by: Change, item: Item, wanted: Ends): Promise<number> {
  const possible = await possibleEnds(by, item, wanted);
  const standing = await queryRows(by.tx, STANDING)`
    SELECT l."toItemId", l."toGroupingId", l.strength::text AS strength, l."closestFit"
    FROM ${standingLinks(by)} l
    WHERE l."fromId" = ${item.id}::uuid AND l."organisationId" IS NULL`;
  return appendLinks(by, item, wanted, { possible, standing });
}

/**
 * The same where it is known what can be linked to and what is.
 * @returns how many rows were appended
 */
export async function appendLinks(
  by: Recording,
  item: Item,
  wanted: Ends,
  { possible, standing }: { possible: ReadonlySet<string>; standing: readonly Standing[] },
): Promise<number> {
  const now = new Map(standing.map((link) => [endOf(link), link]));
  // A form may name the same end twice.
  const next = new Map<string, Standing>([
    ...wanted.itemIds.map((id): [string, Standing] => [
      id,
      {
        toItemId: id,
        toGroupingId: null,
        strength: wanted.strengths?.[id] ?? null,
        closestFit: false,
      },
    ]),
    ...wanted.groupingIds.map((id): [string, Standing] => [
      id,
      { toItemId: null, toGroupingId: id, strength: null, closestFit: false },
    ]),
  ]);
  const added = [...next].flatMap(([id, link]) => {
    const before = now.get(id);
    return before && before.strength === link.strength ? [] : [link];
  });
  const removed = standing.filter((link) => possible.has(endOf(link)) && !next.has(endOf(link)));
  const rows = [
    ...added.map((link) => ({ ...link, removed: false })),
    ...removed.map((link) => ({ ...link, closestFit: false, strength: null, removed: true })),
  ];
  if (rows.length === 0) return 0;
  const recordedAt = await recordTime(by, item);
  const shared = { fromId: item.id, recordedAt, ...author(by) };
  await by.append('link', ...rows.map((link) => ({ ...link, ...shared })));
  // An answer is told with its strength: 'id direct'.
  const name = (link: Standing) => [endOf(link), link.strength].filter(Boolean).join(' ');
  const replaced = added.flatMap((link) => now.get(endOf(link)) ?? []);
  await by.record({
    kind: 'links.changed',
    itemId: item.id,
    recordedAt,
    changes: [{ field: 'links', from: [...removed, ...replaced].map(name), to: added.map(name) }],
  });
  return rows.length;
}
