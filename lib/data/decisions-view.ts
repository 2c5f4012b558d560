import { z } from 'zod';
import { londonDay } from '@/lib/domain/dates';
import { refuseMeeting } from '@/lib/domain/decision';
import type {
  AwaitingView,
  DecisionPageView,
  DecisionView,
  MeetingDecisionsView,
} from '@/lib/domain/decision-view';
import { NotFoundError } from '@/lib/domain/errors';
import { isId } from '@/lib/domain/is-id';
import { refuseAgreement } from '@/lib/domain/lifecycle';
import { isMeetingSlug } from '@/lib/domain/meeting-name';
import { can } from '@/lib/domain/permissions';
import { Prisma } from '@/prisma/client/client';
import { getBoard } from './board';
import { type Context, demand } from './context';
import { MEETING_ROW } from './find-meeting';
import { itemState, STATE_ROW } from './item-state';
import { toMeeting } from './meetings-view';
import { toColumn, toPlainDate } from './plain-date';
import { mergesInto, toDecision, toProposal, WITH_DECISION, WITH_PROPOSAL } from './proposals-view';
import { queryRows } from './query-rows';
import { items, meetings, pendingProposals, writtenBy } from './record';
import { visibleItem } from './visibility';

const AWAITING_ROW = STATE_ROW.extend({ proposal: z.number() });
/** What was decided in words of its own is about no item. */
const DECISION_ROW = z.object({ id: z.string(), shortTitle: z.string().nullable() });

/**
 * What awaits the board about what the reader may see, in the order of the registers.
 * @param by only what had been proposed by the end of that day in London
 */
export async function listAwaiting(context: Context, by?: Date): Promise<AwaitingView[]> {
  demand(context, 'read');
  const { db } = context;
  const rows = await queryRows(db, AWAITING_ROW)`
    SELECT s.*, p.number AS proposal
    FROM ${pendingProposals(context)} p JOIN ${itemState(context, 0)} s ON s.id = p."itemId"
    WHERE ${by ? Prisma.sql`(p."recordedAt" AT TIME ZONE 'Europe/London')::date <= ${by}::date` : Prisma.sql`TRUE`}
    ORDER BY s.kind::"ItemKind", s.ordinal`;
  const proposals = await db.proposal.findMany({
    where: { OR: rows.map(({ id, proposal }) => ({ itemId: id, number: proposal })) },
    include: WITH_PROPOSAL,
  });
  return rows.flatMap((state): AwaitingView[] => {
    const row = proposals.find(({ itemId }) => itemId === state.id);
    if (!row) return [];
    const { id, reference, kind, shortTitle, restricted, rag, evidence, headline } = state;
    return [
      {
        ...toProposal(context, state, row),
        cannotAgree:
          row.kind === 'closure'
            ? refuseAgreement(
                { outcome: row.outcome, into: mergesInto(context.actor, row.mergedInto) },
                evidence,
              )
            : null,
        item: {
          id,
          reference,
          kind,
          shortTitle,
          restricted,
          rag: rag ?? 'not_rated',
          evidence,
          owner: state.ownerName,
          headline,
        },
      },
    ];
  });
}

/** Decisions the reader may see, oldest first. @param where about "Decision" d */
async function listDecisions(context: Context, where: Prisma.Sql): Promise<DecisionView[]> {
  const seen = await queryRows(context.db, DECISION_ROW)`
    SELECT d.id, i."shortTitle" FROM "Decision" d
    LEFT JOIN ${items(context)} i ON i.id = d."itemId"
    WHERE (d."itemId" IS NULL OR ${visibleItem(context.actor)}) AND ${writtenBy(context, 'd')}
      AND ${where}`;
  const rows = await context.db.decision.findMany({
    where: { id: { in: seen.map(({ id }) => id) } },
    orderBy: [{ recordedAt: 'asc' }, { id: 'asc' }],
    include: WITH_DECISION,
  });
  return rows.map((row) =>
    toDecision(
      context,
      row,
      seen.find(({ id }) => id === row.id),
    ),
  );
}

/** The latest decisions about what a person owns, newest first. */
export function listDecisionsForOwner(
  context: Context,
  ownerId: string,
  limit: number,
): Promise<DecisionView[]> {
  demand(context, 'read');
  return listDecisions(
    context,
    Prisma.sql`d.id IN (
      SELECT o.id FROM "Decision" o JOIN ${items(context)} mine ON mine.id = o."itemId"
      WHERE mine."ownerId" = ${ownerId}::uuid AND ${writtenBy(context, 'o')}
      ORDER BY o."recordedAt" DESC, o.id DESC LIMIT ${limit})`,
  ).then((decisions) => decisions.reverse());
}

/**
 * What a meeting decided, what waits for it, and what is reported to it because somebody took it
 * under delegation since the one before.
 * @throws NotFoundError, NotAllowedError
 */
export async function getMeetingDecisions(
  context: Context,
  slug: string,
): Promise<MeetingDecisionsView> {
  demand(context, 'read');
  const { db } = context;
  const board = await getBoard(context, context);
  const [row] = isMeetingSlug(slug)
    ? await queryRows(db, MEETING_ROW)`
        SELECT m.* FROM ${meetings(context)} m WHERE m.slug = ${slug}`
    : [];
  if (!row) throw new NotFoundError('That meeting');
  const [before] = await queryRows(db, MEETING_ROW)`
    SELECT m.* FROM ${meetings(context)} m
    WHERE NOT m.cancelled AND (m.date, m."startsAt") < (${row.date}::date, ${row.startsAt})
    ORDER BY m.date DESC, m."startsAt" DESC LIMIT 1`;
  const today = londonDay(context.now);
  const meeting = toMeeting(row, board, today);
  const since = before ? Prisma.sql`d."decidedOn" > ${before.date}::date` : Prisma.sql`TRUE`;
  const [awaiting, decisions, reported] = await Promise.all([
    meeting.state === 'cancelled' ? [] : listAwaiting(context, row.date),
    listDecisions(context, Prisma.sql`d."meetingId" = ${row.id}::uuid`),
    meeting.state === 'cancelled'
      ? []
      : listDecisions(
          context,
          Prisma.sql`d."meetingId" IS NULL AND d."decidedOn" <= ${row.date}::date AND ${since}`,
        ),
  ]);
  const closed = refuseMeeting(
    { date: meeting.date, cancelled: meeting.state === 'cancelled' },
    today,
  );
  return {
    meeting,
    awaiting,
    decisions,
    reported,
    closed,
    mayDecide: !context.asAt && closed === null && can(context.actor, 'decide'),
  };
}

/** One decision, with what it takes to supersede it. @throws NotFoundError, NotAllowedError */
export async function getDecision(context: Context, id: string): Promise<DecisionPageView> {
  demand(context, 'read');
  const { db } = context;
  const [decision] = isId(id) ? await listDecisions(context, Prisma.sql`d.id = ${id}::uuid`) : [];
  if (!decision) throw new NotFoundError('That decision');
  const [item, held] = await Promise.all([
    decision.item
      ? db.item.findUnique({ where: { id: decision.item.id }, select: { number: true } })
      : null,
    db.meeting.findMany({
      where: {
        cancelled: false,
        date: { lte: toColumn(londonDay(context.now)), gte: toColumn(decision.decidedOn) },
      },
      orderBy: [{ date: 'desc' }, { startsAt: 'desc' }],
      select: { slug: true, date: true },
    }),
  ]);
  const row = await db.decision.findUniqueOrThrow({ where: { id }, include: { proposal: true } });
  return {
    ...decision,
    basedOn: item?.number ?? 0,
    opensAgain: row.result === 'agreed' && row.proposal?.kind === 'closure',
    meetings: held.map(({ slug, date }) => ({ slug, date: toPlainDate(date) })),
    mayDecide: !context.asAt && can(context.actor, 'decide'),
  };
}
