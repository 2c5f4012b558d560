import { z } from 'zod';
import { type ConflictingChange, NotFoundError } from '@/lib/domain/errors';
import { groupingKindAt, OWN_GROUPING_KINDS } from '@/lib/domain/grouping';
import type { GroupingPageView, GroupingRow, ObjectiveView } from '@/lib/domain/grouping-view';
import { can } from '@/lib/domain/permissions';
import type { VersionChange } from '@/lib/domain/version-change';
import type { LinkedItem } from '@/lib/domain/view';
import { Prisma } from '@/prisma/client/client';
import { toAuthor } from './authors';
import { getBoard } from './board';
import { type Context, demand } from './context';
import type { Transaction } from './database';
import { withRedactLinks } from './history-redaction';
import { itemState, STATE_ROW, toLinkedItem } from './item-state';
import { queryRows } from './query-rows';
import { groupings, items, type Moment, recordedBy } from './record';
import { standingLinks, visibleItem } from './visibility';

const GROUPING_ROW = z.object({
  id: z.string(),
  kind: z.enum(OWN_GROUPING_KINDS),
  code: z.string(),
  name: z.string(),
  version: z.number(),
  retired: z.boolean(),
  recommendations: z.number(),
  commitments: z.number(),
  localActions: z.number(),
});
const HELD_ROW = STATE_ROW.extend({ groupingId: z.string() });

function select(context: Context, where: Prisma.Sql): Promise<GroupingRow[]> {
  const linked = (kind: string) =>
    Prisma.sql`count(i.id) FILTER (WHERE i.kind::text = ${kind})::int`;
  return queryRows(context.db, GROUPING_ROW)`
    SELECT g.id, g.kind::text AS kind, g.code, g.name, g.version, g.retired,
      ${linked('recommendation')} AS recommendations, ${linked('commitment')} AS commitments,
      ${linked('local_action')} AS "localActions"
    FROM ${groupings(context)} g
    LEFT JOIN ${standingLinks(context)} l ON l."toGroupingId" = g.id
    LEFT JOIN ${items(context)} i
      ON i.id = l."fromId" AND i.lifecycle <> 'withdrawn' AND ${visibleItem(context.actor)}
    WHERE g.kind::text = ANY(${[...OWN_GROUPING_KINDS]}::text[]) AND ${where}
    GROUP BY g.id, g.kind, g.code, g.name, g.version, g.retired, g.ordinal
    ORDER BY g.kind, g.ordinal`;
}

/** Every theme, key area, strategy priority and objective, retired ones too. @throws NotAllowedError */
export async function listGroupings(context: Context): Promise<GroupingRow[]> {
  demand(context, 'read');
  return select(context, Prisma.sql`TRUE`);
}

/** What belongs to groupings, by their ids, in the order of the registers. */
async function itemsOf(context: Context, ids: readonly string[]) {
  const { dueSoonDays } = await getBoard(context, context);
  const rows = await queryRows(context.db, HELD_ROW)`
    SELECT s.*, l."toGroupingId" AS "groupingId"
    FROM ${itemState(context, dueSoonDays)} s
    JOIN ${standingLinks(context)} l ON l."fromId" = s.id
    WHERE l."toGroupingId" = ANY(${[...ids]}::uuid[]) AND s.lifecycle <> 'withdrawn'
    ORDER BY s.kind::"ItemKind", s.ordinal`;
  const held = new Map<string, LinkedItem[]>();
  for (const { groupingId, ...row } of rows) {
    held.set(groupingId, [
      ...(held.get(groupingId) ?? []),
      toLinkedItem({ ...row, strength: null }),
    ]);
  }
  return (id: string): LinkedItem[] => held.get(id) ?? [];
}

/** The board's own objectives with what is linked to each. @throws NotAllowedError */
export async function listObjectives(context: Context): Promise<ObjectiveView[]> {
  demand(context, 'read');
  const objectives = await select(context, Prisma.sql`g.kind = 'objective'`);
  const held = await itemsOf(
    context,
    objectives.map(({ id }) => id),
  );
  return objectives.map((objective) => ({ ...objective, items: held(objective.id) }));
}

async function versions(
  db: Pick<Transaction, 'groupingVersion'>,
  groupingId: string,
  moment: Moment,
): Promise<VersionChange[]> {
  const rows = await db.groupingVersion.findMany({
    where: { groupingId, ...recordedBy(moment) },
    orderBy: { version: 'asc' },
    include: { author: true },
  });
  return rows.map((row, index) => {
    const before = rows[index - 1];
    const renamed = before && before.name !== row.name;
    return {
      version: row.version,
      at: row.recordedAt.toISOString(),
      author: toAuthor(row.author),
      title: titleOf(row, before),
      reason: row.reason,
      changes: renamed ? [{ label: 'Name', from: before.name, to: row.name }] : [],
    };
  });
}

function titleOf(row: { retired: boolean }, before: { retired: boolean } | undefined): string {
  if (!before) return 'Added';
  if (row.retired === before.retired) return 'Renamed';
  return row.retired ? 'Retired' : 'Taken up again';
}

/** What was saved after a form was opened, for the conflict page. @param basedOn its version */
export async function groupingChanges(
  { db }: { db: Pick<Transaction, 'groupingVersion'> },
  groupingId: string,
  basedOn: number,
): Promise<ConflictingChange[]> {
  const all = await versions(db, groupingId, { now: new Date(0) });
  return all
    .filter(({ version }) => version > basedOn)
    .map(({ at, author, title, changes, reason }) => ({
      who: author?.name ?? 'The system',
      at,
      what: title,
      details: [
        ...changes.map(({ label, to }) => ({ label, value: to ?? '' })),
        ...(reason ? [{ label: 'Reason', value: reason }] : []),
      ],
    }));
}

/**
 * A grouping, what belongs to it, and every change to it.
 * @param path of its kind, 'key-areas'
 * @throws NotFoundError, NotAllowedError
 */
export async function getGrouping(
  context: Context,
  path: string,
  code: string,
): Promise<GroupingPageView> {
  demand(context, 'read');
  const kind = groupingKindAt(path);
  const wellFormed = /^[a-z0-9-]{1,60}$/i.test(code);
  const [grouping] =
    kind && wellFormed
      ? await select(context, Prisma.sql`g.kind::text = ${kind} AND lower(g.code) = lower(${code})`)
      : [];
  if (!grouping) throw new NotFoundError('That grouping');
  const [held, history] = await Promise.all([
    itemsOf(context, [grouping.id]),
    versions(context.db, grouping.id, context),
  ]);
  return {
    ...grouping,
    items: held(grouping.id),
    history: withRedactLinks(context, history.reverse(), (version) => ({
      table: 'GroupingVersion',
      key: { groupingId: grouping.id, version },
    })),
    mayManage: !context.asAt && can(context.actor, 'manageSources'),
  };
}
