import { z } from 'zod';
import { londonDay } from '@/lib/domain/dates';
import { EVENT_TITLES } from '@/lib/domain/event-kinds';
import { ITEM_KINDS } from '@/lib/domain/item';
import { RAG_STATUSES } from '@/lib/domain/rag';
import type { DashboardView } from '@/lib/domain/view';
import { Prisma } from '@/prisma/client/client';
import { getBoard } from './board';
import { type Context, demand } from './context';
import { MEETING_ROW } from './find-meeting';
import { itemState, STATE_ROW, toRegisterRow } from './item-state';
import { toMeeting } from './meetings-view';
import { toColumn } from './plain-date';
import { queryRows } from './query-rows';
import { items, meetings, writtenBy } from './record';
import { standingEvidence, visibleItem } from './visibility';

const COUNT_ROW = z.object({
  kind: z.enum(ITEM_KINDS),
  total: z.number(),
  red: z.number(),
  amber: z.number(),
  green: z.number(),
  blue: z.number(),
  not_rated: z.number(),
  unowned: z.number(),
  withoutEvidence: z.number(),
  overdue: z.number(),
  dueSoon: z.number(),
  closedOtherwise: z.number(),
});
const MINE_ROW = STATE_ROW.extend({ total: z.number() });
const RECENT_ROW = z.object({
  at: z.date(),
  kind: z.string(),
  personId: z.string().nullable(),
  name: z.string().nullable(),
  position: z.string().nullable(),
  reference: z.string(),
  itemKind: z.enum(ITEM_KINDS),
  shortTitle: z.string(),
});

const MINE = 8;
const RECENT = 10;

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
    queryRows(db, COUNT_ROW)`
      SELECT s.kind, count(s.rag)::int AS total, ${rag},
        count(*) FILTER (WHERE s.lifecycle = 'open' AND s."ownerId" IS NULL)::int AS unowned,
        count(*) FILTER (WHERE s.lifecycle = 'open' AND s.evidence = 'none')::int AS "withoutEvidence",
        count(*) FILTER (WHERE s.schedule = 'overdue')::int AS overdue,
        count(*) FILTER (WHERE s.schedule = 'due_soon')::int AS "dueSoon",
        count(*) FILTER (WHERE s.lifecycle = 'closed' AND s.outcome <> 'complete')::int
          AS "closedOtherwise"
      FROM ${state} s WHERE s.rated AND s.lifecycle <> 'withdrawn' GROUP BY s.kind`,
    // Worst first: what is theirs and needs them.
    queryRows(db, MINE_ROW)`
      SELECT s.*, count(*) OVER ()::int AS total FROM ${state} s
      WHERE s."ownerId" = ${me}::uuid AND s.lifecycle = 'open'
      ORDER BY s.schedule = 'overdue' DESC NULLS LAST, s.rag::"RagStatus", s.kind::"ItemKind",
        s.ordinal
      LIMIT ${MINE}`,
    queryRows(db, RECENT_ROW)`
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
    queryRows(db, MEETING_ROW)`
      SELECT m.* FROM ${meetings(context)} m WHERE m.date >= ${today} AND NOT m.cancelled
      ORDER BY m.date, m."startsAt" LIMIT 1`,
    queryRows(db, MEETING_ROW)`
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
        rag: {
          red: found?.red ?? 0,
          amber: found?.amber ?? 0,
          green: found?.green ?? 0,
          blue: found?.blue ?? 0,
          not_rated: found?.not_rated ?? 0,
        },
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
