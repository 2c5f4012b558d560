import { z } from 'zod';
import { asAtMeeting, endOfDay } from '@/lib/domain/as-at';
import type { AsAtView } from '@/lib/domain/as-at-view';
import { londonDay, type PlainDate } from '@/lib/domain/dates';
import {
  ITEM_KINDS,
  type ItemKind,
  LIFECYCLES,
  type Lifecycle,
  OUTCOMES,
  type Outcome,
} from '@/lib/domain/item';
import { flagsOf, MOVEMENTS, type Movement, movementOf, type Side } from '@/lib/domain/movement';
import {
  type MovementQuery,
  type MovementRow,
  type MovementView,
  matchesMovement,
  type RagAtMeeting,
} from '@/lib/domain/movement-view';
import { RAG_STATUSES, type RagStatus } from '@/lib/domain/rag';
import { Prisma } from '@/prisma/client/client';
import { type Context, demand } from './context';
import { toColumn, toPlainDate } from './plain-date';
import { queryRows } from './query-rows';
import { items, meetings, people, writtenBy } from './record';
import { standingEvidence, visibleItem } from './visibility';

const HELD = z.object({ slug: z.string(), date: z.date() });
/** What stood then is null of what was not there yet. */
const COMPARED = z.object({
  id: z.string(),
  reference: z.string(),
  kind: z.enum(ITEM_KINDS),
  shortTitle: z.string(),
  restricted: z.boolean(),
  owner: z.string().nullable(),
  headline: z.string().nullable(),
  rag: z.enum(RAG_STATUSES),
  lifecycle: z.enum(LIFECYCLES),
  outcome: z.enum(OUTCOMES).nullable(),
  dueDate: z.date().nullable(),
  firstDueDate: z.date().nullable(),
  ownerId: z.string().nullable(),
  existed: z.boolean(),
  ragThen: z.enum(RAG_STATUSES).nullable(),
  lifecycleThen: z.enum(LIFECYCLES).nullable(),
  outcomeThen: z.enum(OUTCOMES).nullable(),
  dueDateThen: z.date().nullable(),
  firstDueDateThen: z.date().nullable(),
  ownerIdThen: z.string().nullable(),
  evidenceAdded: z.boolean(),
  updated: z.boolean(),
});
type Compared = z.infer<typeof COMPARED>;

/**
 * The last meetings held by the context's moment, newest first. One that was added afterwards and
 * is older than the register is not among them: everything would seem new since.
 * @param before a day: only those held before it
 */
export async function lastMeetings(
  context: Context,
  most: number,
  before?: PlainDate,
): Promise<Array<{ slug: string; date: PlainDate }>> {
  const today = londonDay(context.now);
  const day = toColumn(before !== undefined && before < today ? before : today);
  const rows = await queryRows(context.db, HELD)`
    SELECT m.slug, m.date FROM ${meetings(context)} m
    WHERE m.date < ${day} AND NOT m.cancelled AND m.date >= (
      SELECT (min(u."recordedAt") AT TIME ZONE 'Europe/London')::date FROM "StatusUpdate" u
    )
    ORDER BY m.date DESC, m."startsAt" DESC LIMIT ${most}`;
  return rows.map(({ slug, date }) => ({ slug, date: toPlainDate(date) }));
}

/** Everything rated that the actor may see, as it is at the context's moment and as it was. */
async function compare(context: Context, from: Date, kind?: ItemKind) {
  const then = { now: from, asAt: true } as const;
  const only = kind ? Prisma.sql`i.kind::text = ${kind}` : Prisma.sql`TRUE`;
  return queryRows(context.db, COMPARED)`
    SELECT i.id, i.reference, i.kind::text AS kind, i."shortTitle", i.restricted, i.headline,
      owner.name AS owner, i.rag::text AS rag, i.lifecycle::text AS lifecycle,
      i.outcome::text AS outcome, i."dueDate", i."firstDueDate", i."ownerId", b.id IS NOT NULL AS existed,
      b.rag::text AS "ragThen", b.lifecycle::text AS "lifecycleThen",
      b.outcome::text AS "outcomeThen", b."dueDate" AS "dueDateThen", b."firstDueDate" AS "firstDueDateThen",
      b."ownerId" AS "ownerIdThen",
      EXISTS (
        SELECT 1 FROM ${standingEvidence(context)} e
        WHERE e."itemId" = i.id AND e."recordedAt" > ${from}
      ) AS "evidenceAdded",
      EXISTS (
        SELECT 1 FROM "StatusUpdate" u WHERE u."itemId" = i.id AND u.kind IN ('rag', 'no_change')
          AND u."recordedAt" > ${from} AND ${writtenBy(context, 'u')}
      ) AS updated
    FROM ${items(context)} i
    LEFT JOIN ${items(then)} b ON b.id = i.id
    LEFT JOIN ${people(context)} owner ON owner.id = i."ownerId"
    WHERE i.rated AND ${visibleItem(context.actor)} AND ${only}
    ORDER BY i.kind, i.ordinal`;
}

const counted = ({ lifecycle, outcome }: Pick<Side, 'lifecycle' | 'outcome'>) =>
  lifecycle !== 'closed' || outcome === 'complete';

function toRow(row: Compared): MovementRow | null {
  const after: Side = {
    rag: row.rag,
    lifecycle: row.lifecycle,
    outcome: row.outcome,
    dueDate: toPlainDate(row.dueDate),
    firstDueDate: toPlainDate(row.firstDueDate),
    ownerId: row.ownerId,
  };
  const before: Side | null = row.existed
    ? {
        rag: row.ragThen ?? 'not_rated',
        lifecycle: row.lifecycleThen ?? 'open',
        outcome: row.outcomeThen,
        dueDate: toPlainDate(row.dueDateThen),
        firstDueDate: toPlainDate(row.firstDueDateThen),
        ownerId: row.ownerIdThen,
      }
    : null;
  const movement = movementOf(before, after);
  if (!movement) return null;
  const { reference, kind, shortTitle, restricted, owner, headline, outcome } = row;
  return {
    reference,
    kind,
    shortTitle,
    restricted,
    owner,
    headline,
    outcome,
    before: before && counted(before) ? before.rag : null,
    after: counted(after) ? after.rag : null,
    movement,
    flags: flagsOf(movement, before, after, row),
  };
}

/**
 * How each of a kind moved since the last meeting that was held by the context's moment, by
 * reference; nothing when there was none.
 */
export async function movementSinceMeeting(
  context: Context,
  kind: ItemKind,
): Promise<Map<string, Movement>> {
  const [last] = await lastMeetings(context, 1);
  if (!last) return new Map();
  const rows = await compare(context, endOfDay(last.date), kind);
  return new Map(
    rows.flatMap((row) => {
      const moved = toRow(row);
      return moved ? [[moved.reference, moved.movement] as const] : [];
    }),
  );
}

/** How everything rated moved since an instant. */
export async function movedSince(context: Context, from: Date): Promise<MovementRow[]> {
  return (await compare(context, from)).flatMap((row) => toRow(row) ?? []);
}

/**
 * What moved between two moments: the earlier one, and the context's own.
 * @throws NotAllowedError
 */
export async function getMovement(
  context: Context,
  from: AsAtView,
  to: AsAtView | null,
  query: MovementQuery,
): Promise<MovementView> {
  demand(context, 'read');
  const all = await movedSince(context, endOfDay(from.day));
  const count = (movement: Movement, kind: ItemKind) =>
    all.filter((row) => row.movement === movement && row.kind === kind).length;
  const rows = all
    .filter((row) => matchesMovement(row, query))
    .sort((a, b) => MOVEMENTS.indexOf(a.movement) - MOVEMENTS.indexOf(b.movement));
  return {
    from: { day: from.day, meeting: from.meeting, now: false },
    to: to
      ? { day: to.day, meeting: to.meeting, now: false }
      : { day: londonDay(context.now), meeting: null, now: true },
    counts: Object.fromEntries(
      MOVEMENTS.map((movement) => [
        movement,
        Object.fromEntries(ITEM_KINDS.map((kind) => [kind, count(movement, kind)])),
      ]),
    ) as MovementView['counts'],
    noMovement: all.filter((row) => row.flags.includes('no_movement')).length,
    rows,
    total: all.length,
  };
}

/** What moved since the last meeting held; null while the register is empty. */
export async function getMovementSinceMeeting(context: Context): Promise<MovementView | null> {
  const from = await getMovementStart(context);
  const everything = { kind: [], movement: [], flag: [] };
  if (!from) return null;
  const to = context.asAt ? { asked: '', day: londonDay(context.now), meeting: null } : null;
  return getMovement(context, from, to, everything);
}

/** How many meetings an item's strip looks back over. */
const STRIP = 6;

/** The RAG at the end of each of the last meetings. @param updates of one item, any order */
export async function ragAtMeetings(
  context: Context,
  updates: ReadonlyArray<{
    number: number;
    recordedAt: Date;
    rag: RagStatus;
    lifecycle: Lifecycle;
    outcome: Outcome | null;
  }>,
): Promise<RagAtMeeting[]> {
  const held = await lastMeetings(context, STRIP);
  return held.reverse().map(({ slug, date }) => {
    const end = endOfDay(date);
    const stood = updates
      .filter((update) => update.recordedAt <= end)
      .reduce<(typeof updates)[number] | null>((a, b) => (!a || b.number > a.number ? b : a), null);
    const rag = stood && stood.lifecycle !== 'withdrawn' && counted(stood) ? stood.rag : null;
    return { slug, date, rag };
  });
}

/** The moment a movement counts from when nobody says: the last meeting before, else the start. */
export async function getMovementStart(
  context: Context,
  before?: PlainDate,
): Promise<AsAtView | null> {
  demand(context, 'read');
  const [held] = await lastMeetings(context, 1, before);
  if (held) return { asked: asAtMeeting(held.slug), day: held.date, meeting: held };
  const first = await context.db.statusUpdate.findFirst({
    orderBy: { recordedAt: 'asc' },
    select: { recordedAt: true },
  });
  if (!first) return null;
  const start = londonDay(first.recordedAt);
  return { asked: start, day: start, meeting: null };
}
