import { londonDay } from '@/lib/domain/dates';
import { EVENT_TITLES } from '@/lib/domain/event-kinds';
import { ITEM_KINDS } from '@/lib/domain/item';
import { RAG_STATUSES } from '@/lib/domain/rag';
import type { DashboardView, RagCounts } from '@/lib/domain/view';
import { type Meeting, Prisma } from '@/prisma/client/client';
import { getBoard } from './board';
import { type Context, demand } from './context';
import { itemState, type StateRow, toRegisterRow } from './item-state';
import { toMeeting } from './meetings-view';
import { toColumn } from './plain-date';
import { items, meetings, writtenBy } from './record';
import { standingEvidence, visibleItem } from './visibility';

const MINE = 8;
const RECENT = 10;

interface CountRow extends RagCounts {
  kind: DashboardView['kinds'][number]['kind'];
  total: number;
  unowned: number;
  withoutEvidence: number;
  overdue: number;
  dueSoon: number;
  closedOtherwise: number;
}

/**
 * What a person sees first: counts, each with the very conditions of the register it leads to,
 * what they own, and what changed last.
 * @throws NotAllowedError
 */
export async function getDashboard(context: Context): Promise<DashboardView> {
  demand(context, 'read');
  const { db, actor, now } = context;
  const board = await getBoard(context, context);
  const state = itemState(context, board.dueSoonDays);
  const me = actor.kind === 'person' ? actor.id : null;
  const today = toColumn(londonDay(now));
  const rag = Prisma.join(
    RAG_STATUSES.map(
      (status) =>
        Prisma.sql`count(*) FILTER (WHERE s.rag = ${status})::int AS ${Prisma.raw(`"${status}"`)}`,
    ),
  );
  const [counts, mine, recent, [next], [last]] = await Promise.all([
    db.$queryRaw<CountRow[]>`
      SELECT s.kind, count(s.rag)::int AS total, ${rag},
        count(*) FILTER (WHERE s.lifecycle = 'open' AND s."ownerId" IS NULL)::int AS unowned,
        count(*) FILTER (WHERE s.lifecycle = 'open' AND s.evidence = 'none')::int AS "withoutEvidence",
        count(*) FILTER (WHERE s.schedule = 'overdue')::int AS overdue,
        count(*) FILTER (WHERE s.schedule = 'due_soon')::int AS "dueSoon",
        count(*) FILTER (WHERE s.lifecycle = 'closed' AND s.outcome <> 'complete')::int
          AS "closedOtherwise"
      FROM ${state} s WHERE s.rated AND s.lifecycle <> 'withdrawn' GROUP BY s.kind`,
    // Worst first: what is theirs and needs them.
    db.$queryRaw<Array<StateRow & { total: number }>>`
      SELECT s.*, count(*) OVER ()::int AS total FROM ${state} s
      WHERE s."ownerId" = ${me}::uuid AND s.lifecycle = 'open'
      ORDER BY s.schedule = 'overdue' DESC NULLS LAST, s.rag::"RagStatus", s.kind::"ItemKind",
        s.ordinal
      LIMIT ${MINE}`,
    db.$queryRaw<
      Array<{
        at: Date;
        kind: string;
        personId: string | null;
        name: string | null;
        position: string | null;
        reference: string;
        itemKind: DashboardView['recent'][number]['kind'];
        shortTitle: string;
      }>
    >`
      SELECT a."recordedAt" AS at, a.kind, v."personId", v.name, v.position,
        i.reference, i.kind::text AS "itemKind", i."shortTitle"
      FROM "AuditEvent" a
      JOIN ${items(context)} i ON i.id = a."itemId"
      LEFT JOIN "PersonVersion" v ON v."personId" = a."authorId" AND v.version = a."authorVersion"
      WHERE ${visibleItem(actor)} AND a."authorId" IS NOT NULL AND ${writtenBy(context, 'a')}
        AND (a.kind <> 'evidence.added' OR EXISTS (
          SELECT 1 FROM ${standingEvidence(context)} standing WHERE standing.id = a."evidenceId"))
        AND a.kind NOT IN ('evidence.withdrawn', 'evidence.restricted', 'evidence.released',
          'item.restricted', 'item.released')
      ORDER BY a."recordedAt" DESC, a.seq DESC LIMIT ${RECENT}`,
    db.$queryRaw<Meeting[]>`
      SELECT m.* FROM ${meetings(context)} m WHERE m.date >= ${today} AND NOT m.cancelled
      ORDER BY m.date, m."startsAt" LIMIT 1`,
    db.$queryRaw<Meeting[]>`
      SELECT m.* FROM ${meetings(context)} m WHERE m.date < ${today} AND NOT m.cancelled
      ORDER BY m.date DESC, m."startsAt" DESC LIMIT 1`,
  ]);
  return {
    kinds: ITEM_KINDS.map((kind) => {
      const found = counts.find((row) => row.kind === kind);
      const local = kind === 'local_action';
      return {
        kind,
        total: found?.total ?? 0,
        rag: Object.fromEntries(
          RAG_STATUSES.map((status) => [status, found?.[status] ?? 0]),
        ) as unknown as RagCounts,
        unowned: found?.unowned ?? 0,
        withoutEvidence: found?.withoutEvidence ?? 0,
        overdue: local ? (found?.overdue ?? 0) : null,
        dueSoon: local ? (found?.dueSoon ?? 0) : null,
        closedOtherwise: found?.closedOtherwise ?? 0,
      };
    }),
    mine: mine.map(toRegisterRow),
    mineTotal: mine[0]?.total ?? 0,
    recent: recent.map((row) => ({
      at: row.at.toISOString(),
      author: row.personId
        ? { id: row.personId, name: row.name ?? '', position: row.position ?? '' }
        : null,
      reference: row.reference,
      kind: row.itemKind,
      shortTitle: row.shortTitle,
      title: EVENT_TITLES[row.kind] ?? row.kind,
    })),
    nextMeeting: next ? toMeeting(next, board, londonDay(now)) : null,
    lastMeeting: last ? toMeeting(last, board, londonDay(now)) : null,
  };
}
