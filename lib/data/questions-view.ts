import { z } from 'zod';
import { ITEM_KINDS, LIFECYCLES } from '@/lib/domain/item';
import { can } from '@/lib/domain/permissions';
import {
  QUESTION_PAGE_SIZE,
  QUESTION_STATES,
  type QuestionQuery,
  refuseQuestionStep,
} from '@/lib/domain/question';
import type { QuestionsView, QuestionView } from '@/lib/domain/question-view';
import { type PersonVersion, Prisma, type QuestionEvent } from '@/prisma/client/client';
import { toAuthor } from './authors';
import { type Context, demand } from './context';
import { toPlainDate } from './plain-date';
import { queryRows } from './query-rows';
import { items, meetings, people, recordedBy, writtenBy } from './record';
import { visibleItem } from './visibility';

const TOTAL = z.object({ total: z.number() });
const COUNT = z.object({ count: z.number() });
const MEETING_COUNT = z.object({ slug: z.string(), date: z.date(), count: z.number() });
const STANDING = z.object({ asked: z.number(), waiting: z.number() });
const QUESTION_ROW = z.object({
  itemId: z.string(),
  number: z.number(),
  words: z.string(),
  recordedAt: z.date(),
  authorId: z.string().nullable(),
  authorName: z.string().nullable(),
  authorPosition: z.string().nullable(),
  slug: z.string(),
  date: z.date(),
  state: z.enum(QUESTION_STATES),
  reference: z.string(),
  kind: z.enum(ITEM_KINDS),
  shortTitle: z.string(),
  restricted: z.boolean(),
  lifecycle: z.enum(LIFECYCLES),
  ownerId: z.string().nullable(),
  ownerName: z.string().nullable(),
});
type QuestionRow = z.infer<typeof QUESTION_ROW>;

/**
 * Every question about what the reader may see, with its state, as a subquery with the columns of
 * `QuestionRow`. A meeting that was cancelled passes its questions on to the next one.
 */
function questions(context: Context): Prisma.Sql {
  const board = meetings(context);
  return Prisma.sql`(
    SELECT q."itemId", q.number, q.words, q."recordedAt", q."authorId",
      v.name AS "authorName", v.position AS "authorPosition", m.slug, m.date,
      coalesce(last.state, 'open') AS state, i.reference, i.kind::text AS kind, i.ordinal,
      i."shortTitle", i.restricted, i.lifecycle::text AS lifecycle, i."ownerId",
      owner.name AS "ownerName"
    FROM "Question" q
    JOIN ${items(context)} i ON i.id = q."itemId"
    JOIN ${board} asked ON asked.id = q."meetingId"
    CROSS JOIN LATERAL (
      SELECT n.slug, n.date FROM ${board} n
      WHERE n.id = asked.id OR (
        asked.cancelled AND NOT n.cancelled
        AND (n.date, n."startsAt") > (asked.date, asked."startsAt"))
      ORDER BY n.cancelled, n.date, n."startsAt" LIMIT 1
    ) m
    LEFT JOIN LATERAL (
      SELECT e.kind::text AS state FROM "QuestionEvent" e
      WHERE e."itemId" = q."itemId" AND e."questionNumber" = q.number
        AND ${writtenBy(context, 'e')}
      ORDER BY e.number DESC LIMIT 1
    ) last ON TRUE
    LEFT JOIN ${people(context)} owner ON owner.id = i."ownerId"
    LEFT JOIN "PersonVersion" v ON v."personId" = q."authorId" AND v.version = q."authorVersion"
    WHERE ${visibleItem(context.actor)} AND ${writtenBy(context, 'q')}
  )`;
}

type EventRow = QuestionEvent & { author: PersonVersion | null };

function toQuestion(
  { actor, asAt }: Context,
  row: QuestionRow,
  events: readonly EventRow[],
): QuestionView {
  const { itemId, number, state, lifecycle } = row;
  const own = events.filter((one) => one.itemId === itemId && one.questionNumber === number);
  const said = (event: EventRow) => ({
    at: event.recordedAt.toISOString(),
    author: toAuthor(event.author),
  });
  const withdrawn = own.find(({ kind }) => kind === 'withdrawn');
  const takes = (step: 'answer' | 'withdraw') =>
    !asAt && refuseQuestionStep(step, { state, lifecycle }) === null;
  return {
    number,
    words: row.words,
    at: row.recordedAt.toISOString(),
    author: row.authorId
      ? { id: row.authorId, name: row.authorName ?? '', position: row.authorPosition ?? '' }
      : null,
    meeting: { slug: row.slug, date: toPlainDate(row.date) },
    state,
    answers: own
      .filter(({ kind }) => kind === 'answered')
      .map((event) => ({ number: event.number, words: event.words, ...said(event) })),
    withdrawal: withdrawn ? { reason: withdrawn.words, ...said(withdrawn) } : null,
    item: {
      id: itemId,
      reference: row.reference,
      kind: row.kind,
      shortTitle: row.shortTitle,
      restricted: row.restricted,
    },
    owner: row.ownerId ? { id: row.ownerId, name: row.ownerName ?? '' } : null,
    mayAnswer: takes('answer') && can(actor, 'answerQuestion', row),
    mayWithdraw:
      takes('withdraw') && can(actor, 'withdrawQuestion', { ...row, addedById: row.authorId }),
  };
}

async function withEvents(context: Context, rows: QuestionRow[]): Promise<QuestionView[]> {
  const events = await context.db.questionEvent.findMany({
    where: {
      OR: rows.map(({ itemId, number }) => ({ itemId, questionNumber: number })),
      ...recordedBy(context),
    },
    orderBy: [{ itemId: 'asc' }, { number: 'asc' }],
    include: { author: true },
  });
  return rows.map((row) => toQuestion(context, row, events));
}

/** Those that wait first, the longest waiting before the others; then the latest. */
const ORDER = Prisma.sql`array_position(ARRAY['open', 'answered', 'withdrawn'], q.state),
  CASE WHEN q.state = 'open' THEN q."recordedAt" END, q."recordedAt" DESC, q.ordinal, q.number`;

/** What awaits an answer still: an item that was withdrawn answers no more. */
const WAITS = Prisma.sql`(q.state = 'open' AND q.lifecycle <> 'withdrawn')`;

function matches({ actor }: Context, query: QuestionQuery): Prisma.Sql {
  const me = actor.kind === 'person' ? actor.id : null;
  const conditions = [
    query.state && Prisma.sql`q.state = ${query.state}`,
    query.mine === 'answer' && Prisma.sql`(${WAITS} AND q."ownerId" = ${me}::uuid)`,
    query.mine === 'asked' && Prisma.sql`q."authorId" = ${me}::uuid`,
    query.meeting && Prisma.sql`q.slug = ${query.meeting}`,
  ].filter((one): one is Prisma.Sql => Boolean(one));
  return conditions.length > 0 ? Prisma.join(conditions, ' AND ') : Prisma.sql`TRUE`;
}

/**
 * A page of the questions about what the reader may see. @throws NotAllowedError
 */
export async function listQuestions(
  context: Context,
  query: QuestionQuery,
): Promise<QuestionsView> {
  demand(context, 'read');
  const { db } = context;
  const all = questions(context);
  const where = matches(context, query);
  const [[counted], asked] = await Promise.all([
    queryRows(db, TOTAL)`
      SELECT count(*)::int AS total FROM ${all} q WHERE ${where}`,
    queryRows(db, MEETING_COUNT)`
      SELECT q.slug, q.date, count(*)::int AS count FROM ${all} q
      GROUP BY q.slug, q.date ORDER BY q.date DESC, q.slug DESC`,
  ]);
  const total = counted?.total ?? 0;
  const pages = Math.max(1, Math.ceil(total / QUESTION_PAGE_SIZE));
  const page = Math.min(query.page, pages);
  const rows = await queryRows(db, QUESTION_ROW)`
    SELECT q.* FROM ${all} q WHERE ${where} ORDER BY ${ORDER}
    LIMIT ${QUESTION_PAGE_SIZE} OFFSET ${(page - 1) * QUESTION_PAGE_SIZE}`;
  return {
    query,
    questions: await withEvents(context, rows),
    total,
    page,
    pages,
    meetings: asked.map(({ slug, date, count }) => ({ slug, date: toPlainDate(date), count })),
  };
}

/** Everything that was asked about one item the reader may see. */
export async function listItemQuestions(context: Context, itemId: string): Promise<QuestionView[]> {
  demand(context, 'read');
  const rows = await queryRows(context.db, QUESTION_ROW)`
    SELECT q.* FROM ${questions(context)} q WHERE q."itemId" = ${itemId}::uuid ORDER BY ${ORDER}`;
  return withEvents(context, rows);
}

/** How many questions await the reader's answer. @throws NotAllowedError */
export async function countQuestionsToAnswer(context: Context): Promise<number> {
  demand(context, 'read');
  const me = context.actor.kind === 'person' ? context.actor.id : null;
  const [row] = await queryRows(context.db, COUNT)`
    SELECT count(*)::int AS count FROM ${questions(context)} q
    WHERE ${WAITS} AND q."ownerId" = ${me}::uuid`;
  return row?.count ?? 0;
}

/** How many were asked for a meeting, and how many of them wait. @throws NotAllowedError */
export async function countMeetingQuestions(
  context: Context,
  slug: string,
): Promise<{ asked: number; waiting: number }> {
  demand(context, 'read');
  const [row] = await queryRows(context.db, STANDING)`
    SELECT count(*) FILTER (WHERE q.state <> 'withdrawn')::int AS asked,
      count(*) FILTER (WHERE ${WAITS})::int AS waiting
    FROM ${questions(context)} q WHERE q.slug = ${slug}`;
  return row ?? { asked: 0, waiting: 0 };
}
