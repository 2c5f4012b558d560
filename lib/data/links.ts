import { RuleError } from '@/lib/domain/errors';
import type { Item } from '@/prisma/client/client';
import type { Change } from './change';
import { author } from './context';
import { recordTime } from './items';
import { standingLinks, visibleItem } from './visibility';

interface Ends {
  itemIds: readonly string[];
  groupingIds: readonly string[];
}

/**
 * Makes these the links of a local action: adds what is missing, removes what is not named.
 * Links never conflict. Links to what the actor may not see, and links of other kinds (to
 * bodies), stay as they are.
 * @returns how many rows were appended
 * @throws RuleError for an end that does not exist or cannot be linked to
 */
export async function setLinks(by: Change, item: Item, wanted: Ends): Promise<number> {
  const items = await by.tx.$queryRaw<Array<{ id: string; kind: string }>>`
    SELECT i.id, i.kind::text FROM "Item" i
    WHERE i.kind IN ('recommendation', 'commitment') AND ${visibleItem(by.actor)}`;
  const groupings = await by.tx.grouping.findMany({
    where: { kind: { in: ['theme', 'objective'] } },
    select: { id: true },
  });
  const possible = {
    items: new Set(items.map((one) => one.id)),
    groupings: new Set(groupings.map((one) => one.id)),
  };
  if (wanted.itemIds.some((id) => !possible.items.has(id))) {
    throw new RuleError({ itemIds: 'Choose from the list' });
  }
  if (wanted.groupingIds.some((id) => !possible.groupings.has(id))) {
    throw new RuleError({ groupingIds: 'Choose from the list' });
  }
  const standing = await by.tx.$queryRaw<
    Array<{ toItemId: string | null; toGroupingId: string | null }>
  >`SELECT l."toItemId", l."toGroupingId" FROM ${standingLinks(by)} l
    WHERE l."fromId" = ${item.id}::uuid AND l."organisationId" IS NULL`;

  const now = new Set(standing.map((link) => link.toItemId ?? link.toGroupingId ?? ''));
  const next = new Set([...wanted.itemIds, ...wanted.groupingIds]);
  // A form may name the same end twice.
  const missing = (ids: readonly string[]) => [...new Set(ids)].filter((id) => !now.has(id));
  const row = (
    link: { toItemId?: string | null; toGroupingId?: string | null },
    removed: boolean,
  ) => ({
    fromId: item.id,
    toItemId: link.toItemId ?? null,
    toGroupingId: link.toGroupingId ?? null,
    removed,
    ...author(by),
  });
  const rows = [
    ...missing(wanted.itemIds).map((toItemId) => row({ toItemId }, false)),
    ...missing(wanted.groupingIds).map((toGroupingId) => row({ toGroupingId }, false)),
    ...standing
      .filter(({ toItemId, toGroupingId }) =>
        toItemId
          ? possible.items.has(toItemId) && !next.has(toItemId)
          : possible.groupings.has(toGroupingId ?? '') && !next.has(toGroupingId ?? ''),
      )
      .map((link) => row(link, true)),
  ];
  if (rows.length === 0) return 0;
  const recordedAt = await recordTime(by, item);
  await by.tx.link.createMany({ data: rows.map((link) => ({ ...link, recordedAt })) });
  const name = (link: (typeof rows)[number]) => link.toItemId ?? link.toGroupingId ?? '';
  await by.record({
    kind: 'links.changed',
    itemId: item.id,
    recordedAt,
    changes: [
      {
        field: 'links',
        from: rows.filter((link) => link.removed).map(name),
        to: rows.filter((link) => !link.removed).map(name),
      },
    ],
  });
  return rows.length;
}
