import { z } from 'zod';
import { endOfDay } from '@/lib/domain/as-at';
import { type ActionFacts, type ChallengeFacts, sinceMeeting } from '@/lib/domain/challenge-facts';
import { londonDay, type PlainDate } from '@/lib/domain/dates';
import { dateMoves } from '@/lib/domain/due-date';
import { RAG_STATUSES } from '@/lib/domain/rag';
import type { BoardView } from '@/lib/domain/view';
import { type Meeting, Prisma } from '@/prisma/client/client';
import type { Context } from './context';
import type { Transaction } from './database';
import { MEETING_ROW } from './find-meeting';
import { DATE_CHANGE, itemState, STATE_ROW, type StateRow } from './item-state';
import { toMeeting } from './meetings-view';
import { toPlainDate } from './plain-date';
import { queryRows } from './query-rows';
import { meetings, pendingProposals, writtenBy } from './record';
import { standingEvidence, standingLinks, withdrawnEvidence } from './visibility';

const FACT_ROW = STATE_ROW.extend({
  createdAt: z.date(),
  fundedUntil: z.date().nullable(),
  evidenceReviewOn: z.date().nullable(),
  evidenceWithdrawnAt: z.date().nullable(),
  closureProposedAt: z.date().nullable(),
});
const HISTORY_ROW = z.object({
  id: z.string(),
  newWordsAt: z.date().nullable(),
  /** Each change of its due date, oldest first. */
  dates: z.array(DATE_CHANGE).nullable(),
  /** By the place of a meeting among those held, from 1. */
  ratings: z.record(z.string(), z.enum(RAG_STATUSES)).nullable(),
});
const ACTION_ROW = STATE_ROW.pick({
  reference: true,
  lifecycle: true,
  rag: true,
  schedule: true,
  dueDate: true,
  reviewDate: true,
}).extend({ recommendationId: z.string() });
type ActionRow = z.infer<typeof ACTION_ROW>;

/** A context whose connection may be the one inside a transaction. */
export type Reader = Omit<Context, 'db'> & { db: Transaction };

/** So many meetings back the rules look. */
const MEETINGS = 3;

export interface Calendar {
  held: PlainDate[];
  next: (Pick<Meeting, 'id' | 'slug'> & { date: PlainDate }) | null;
  since: PlainDate | null;
}

/** The meetings that challenges are counted from, and the one they are acknowledged for. */
export async function challengeCalendar(context: Reader, board: BoardView): Promise<Calendar> {
  const rows = await queryRows(context.db, MEETING_ROW)`
    SELECT m.* FROM ${meetings(context)} m WHERE NOT m.cancelled ORDER BY m.date, m."startsAt"`;
  const today = londonDay(context.now);
  const all = rows.map((row) => ({ id: row.id, ...toMeeting(row, board, today) }));
  // Two on one day are one occasion.
  const days = new Set(all.filter(({ state }) => state === 'held').map(({ date }) => date));
  const held = [...days].reverse().slice(0, MEETINGS);
  const next = all.find(({ state }) => state === 'to_come') ?? null;
  return {
    held,
    next: next && { id: next.id, slug: next.slug, date: next.date },
    since: sinceMeeting(held, next?.updatesDue ?? null, today),
  };
}

/** Its status at the end of each meeting, when it last said something new, and its due dates. */
function histories(context: Reader, held: readonly PlainDate[], only: Prisma.Sql) {
  const ends = held.map((day) => endOfDay(day).toISOString());
  return queryRows(context.db, HISTORY_ROW)`
    WITH h AS MATERIALIZED (
      SELECT u."itemId", u.number, u."recordedAt", u.kind::text, u.rag::text, u."dueDate",
        u."firstDueDate", btrim(u.words) AS words
      FROM "StatusUpdate" u JOIN "Item" s ON s.id = u."itemId"
      WHERE ${writtenBy(context, 'u')} AND ${only}
    ), rated AS (
      SELECT "itemId", json_object_agg(place, rag) AS ratings FROM (
        SELECT DISTINCT ON (h."itemId", m.place) h."itemId", m.place, h.rag
        FROM h JOIN unnest(${ends}::timestamptz[]) WITH ORDINALITY m(at, place)
          ON h."recordedAt" <= m.at
        ORDER BY h."itemId", m.place, h.number DESC
      ) at_meetings GROUP BY "itemId"
    ), said AS (
      SELECT "itemId", max("recordedAt") FILTER (WHERE words IS DISTINCT FROM before) AS at FROM (
        SELECT "itemId", "recordedAt", words,
          lag(words) OVER (PARTITION BY "itemId" ORDER BY number) AS before
        FROM h WHERE kind IN ('rag', 'no_change') AND words <> ''
      ) spoken GROUP BY "itemId"
    ), dated AS (
      SELECT "itemId", json_agg(json_build_object('kind', kind, 'dueDate', "dueDate",
        'firstDueDate', "firstDueDate") ORDER BY number) AS dates
      FROM (
        SELECT "itemId", number, kind, "dueDate", "firstDueDate",
          lag("dueDate") OVER (PARTITION BY "itemId" ORDER BY number) AS before
        FROM h
      ) due WHERE "dueDate" IS DISTINCT FROM before GROUP BY "itemId"
    )
    SELECT i.id, said.at AS "newWordsAt", dated.dates, rated.ratings
    FROM (SELECT DISTINCT "itemId" AS id FROM h) i
    LEFT JOIN rated ON rated."itemId" = i.id
    LEFT JOIN said ON said."itemId" = i.id
    LEFT JOIN dated ON dated."itemId" = i.id`;
}

/** The local actions under recommendations that are open or complete, and that the actor may see. */
function actionsUnder(context: Reader, dueSoonDays: number, only: Prisma.Sql) {
  return queryRows(context.db, ACTION_ROW)`
    SELECT s.id AS "recommendationId", a.reference, a.lifecycle, a.rag, a.schedule, a."dueDate",
      a."reviewDate"
    FROM ${standingLinks(context)} l
    JOIN "Item" s ON s.id = l."toItemId" AND s.kind = 'recommendation'
    JOIN ${itemState(context, dueSoonDays)} a ON a.id = l."fromId"
    WHERE a.kind = 'local_action' AND ${only}
      AND (a.lifecycle = 'open' OR (a.lifecycle = 'closed' AND a.schedule IS NOT NULL))
    ORDER BY a.ordinal`;
}

function toAction(row: ActionRow): ActionFacts {
  const open = row.lifecycle === 'open';
  return {
    reference: row.reference,
    open,
    rag: row.rag ?? 'not_rated',
    overdueSince: row.schedule === 'overdue' ? toPlainDate(row.dueDate ?? row.reviewDate) : null,
  };
}

const dayOf = (at: Date | null | undefined) => (at ? londonDay(at) : null);

/**
 * What the rules of the challenge list ask, of every item that the actor may see, or of one. The
 * number of queries depends on nothing.
 */
export async function challengeFacts(
  context: Reader,
  board: BoardView,
  { held, since }: Calendar,
  reference?: string,
): Promise<Array<{ item: StateRow; facts: ChallengeFacts }>> {
  const only = reference ? Prisma.sql`s.reference = ${reference}` : Prisma.sql`TRUE`;
  const [rows, history, under] = await Promise.all([
    queryRows(context.db, FACT_ROW)`
      SELECT s.*, i."createdAt", wording."fundedUntil", standing.on AS "evidenceReviewOn",
        withdrawn.at AS "evidenceWithdrawnAt", closure."recordedAt" AS "closureProposedAt"
      FROM ${itemState(context, board.dueSoonDays)} s
      JOIN "Item" i ON i.id = s.id
      LEFT JOIN LATERAL (
        SELECT w."fundedUntil" FROM "ItemWording" w
        WHERE w."itemId" = s.id AND ${writtenBy(context, 'w')} ORDER BY w.number DESC LIMIT 1
      ) wording ON TRUE
      LEFT JOIN (
        SELECT e."itemId", max(e."reviewOn") AS on FROM ${standingEvidence(context)} e GROUP BY 1
      ) standing ON standing."itemId" = s.id
      LEFT JOIN (
        SELECT e."itemId", max(e."withdrawnAt") AS at FROM ${withdrawnEvidence(context)} e GROUP BY 1
      ) withdrawn ON withdrawn."itemId" = s.id
      LEFT JOIN ${pendingProposals(context)} closure
        ON closure."itemId" = s.id AND closure.kind = 'closure'
      WHERE s.rated AND (s.lifecycle = 'open' OR (s.kind = 'recommendation' AND s.rag = 'blue'))
        AND ${only}
      ORDER BY array_position(ARRAY['recommendation', 'commitment', 'local_action'], s.kind),
        s.ordinal`,
    histories(context, held, only),
    actionsUnder(context, board.dueSoonDays, only),
  ]);
  const past = new Map(history.map((row) => [row.id, row]));
  const today = londonDay(context.now);
  return rows.map((item) => ({
    item,
    facts: {
      today,
      held,
      since,
      reference: item.reference,
      kind: item.kind,
      lifecycle: item.lifecycle,
      createdOn: londonDay(item.createdAt),
      ownerId: item.ownerId,
      ourRole: item.ourRole,
      rag: item.rag ?? 'not_rated',
      ratings: held.map((_, index) => past.get(item.id)?.ratings?.[index + 1] ?? null),
      lastUpdateOn: dayOf(item.lastUpdateAt),
      newWordsOn: dayOf(past.get(item.id)?.newWordsAt),
      firstDueDate: toPlainDate(item.firstDueDate),
      dueDate: toPlainDate(item.dueDate),
      reviewDate: toPlainDate(item.reviewDate),
      moves: dateMoves(past.get(item.id)?.dates ?? []),
      schedule: item.schedule,
      fundedUntil: toPlainDate(item.fundedUntil),
      evidence: item.evidence,
      evidenceReviewOn: toPlainDate(item.evidenceReviewOn),
      evidenceWithdrawnOn: dayOf(item.evidenceWithdrawnAt),
      closureProposedOn: dayOf(item.closureProposedAt),
      actions: under.filter((one) => one.recommendationId === item.id).map(toAction),
    },
  }));
}
