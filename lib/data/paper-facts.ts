import { z } from 'zod';
import { endOfDay } from '@/lib/domain/as-at';
import { formatDate, londonDay } from '@/lib/domain/dates';
import { dateMoves } from '@/lib/domain/due-date';
import { GROUPING_KINDS, ITEM_KINDS, type ItemKind } from '@/lib/domain/item';
import type { Movement } from '@/lib/domain/movement';
import type { PaperFacts, PaperItem } from '@/lib/domain/paper-facts';
import { nameAndPosition } from '@/lib/domain/person-name';
import { RAG_STATUSES, type RagStatus } from '@/lib/domain/rag';
import { isNational } from '@/lib/domain/source';
import type { StatementKind } from '@/lib/domain/statement';
import type { RagCounts } from '@/lib/domain/view';
import { type Meeting, Prisma } from '@/prisma/client/client';
import { getBoard } from './board';
import { listChallenges } from './challenges';
import type { Context } from './context';
import { listAwaiting } from './decisions-view';
import { DATE_CHANGE, itemState, STATE_ROW } from './item-state';
import { listOpenMeetingActions } from './meeting-actions-view';
import { lastMeetings, movedSince } from './movement';
import { toPlainDate } from './plain-date';
import { queryRows } from './query-rows';
import { groupings, items, people, sources, writtenBy } from './record';
import { standingLinks, visibleItem } from './visibility';

const PAPER_ROW = STATE_ROW.extend({
  text: z.string(),
  /** Somebody else has the owner's name; it then says the position as well. */
  ownerShared: z.boolean(),
  ownerPosition: z.string().nullable(),
  words: z.string().nullable(),
  recovery: z.string().nullable(),
  nextStep: z.string().nullable(),
  response: z.string().nullable(),
  position: z.string().nullable(),
  fundingSource: z.string().nullable(),
  fundedUntil: z.date().nullable(),
  dates: z.array(DATE_CHANGE).nullable(),
  answers: z.array(z.string()),
  answersIds: z.array(z.string()),
  groupings: z.array(z.object({ kind: z.enum(GROUPING_KINDS), code: z.string() })),
});
export type PaperRow = z.infer<typeof PAPER_ROW>;

const RAG_COUNT = z.object({
  kind: z.enum(ITEM_KINDS),
  rag: z.enum(RAG_STATUSES),
  count: z.number(),
});
const GROUPING = z.object({ kind: z.enum(GROUPING_KINDS), code: z.string(), name: z.string() });
const SOURCE = z.object({ prefix: z.string(), title: z.string(), publisher: z.string() });

/** The latest words of a kind about each item. */
function statement(context: Context, kind: StatementKind) {
  return Prisma.sql`(
    SELECT DISTINCT ON (t."itemId") t."itemId", t.words FROM "Statement" t
    WHERE t.kind::text = ${kind} AND ${writtenBy(context, 't')}
    ORDER BY t."itemId", t.number DESC
  )`;
}

/** Every item the reader may see, in the order of the registers. @param kind of these alone */
export async function paperRows(
  context: Context,
  dueSoonDays: number,
  kind: ItemKind | null = null,
): Promise<PaperRow[]> {
  const rows = await queryRows(context.db, PAPER_ROW)`
    SELECT s.*, owner.position AS "ownerPosition",
      shared.name IS NOT NULL AS "ownerShared", said.words, said.recovery, said."nextStep",
      response.words AS response, position.words AS position,
      wording."fundingSource", wording."fundedUntil", dated.dates,
      coalesce(linked.answers, '{}') AS answers,
      coalesce(linked."answersIds", '{}') AS "answersIds", coalesce(linked.groupings, '[]') AS groupings
    FROM ${itemState(context, dueSoonDays)} s
    LEFT JOIN ${people(context)} owner ON owner.id = s."ownerId"
    LEFT JOIN (
      SELECT lower(p.name) AS name FROM ${people(context)} p
      GROUP BY lower(p.name) HAVING count(*) > 1
    ) shared ON shared.name = lower(owner.name)
    LEFT JOIN (
      SELECT DISTINCT ON (u."itemId") u."itemId", u.words, u.recovery, u."nextStep"
      FROM "StatusUpdate" u
      WHERE u.kind IN ('rag', 'no_change', 'reopening', 'closure') AND u.words IS NOT NULL
        AND ${writtenBy(context, 'u')}
      ORDER BY u."itemId", u.number DESC
    ) said ON said."itemId" = s.id
    LEFT JOIN ${statement(context, 'our_response')} response ON response."itemId" = s.id
    LEFT JOIN ${statement(context, 'national_position')} position ON position."itemId" = s.id
    LEFT JOIN (
      SELECT DISTINCT ON (w."itemId") w."itemId", w."fundingSource", w."fundedUntil"
      FROM "ItemWording" w WHERE ${writtenBy(context, 'w')}
      ORDER BY w."itemId", w.number DESC
    ) wording ON wording."itemId" = s.id
    LEFT JOIN (
      SELECT u."itemId", json_agg(json_build_object('kind', u.kind, 'dueDate', u."dueDate",
        'firstDueDate', u."firstDueDate") ORDER BY u.number) AS dates
      FROM "StatusUpdate" u WHERE ${writtenBy(context, 'u')}
      GROUP BY u."itemId"
    ) dated ON dated."itemId" = s.id
    LEFT JOIN (
      SELECT l."fromId",
        array_agg(i.reference ORDER BY i.ordinal) FILTER (
          WHERE i.id IS NOT NULL AND ${visibleItem(context.actor)}
        ) AS answers,
        array_agg(i.id ORDER BY i.ordinal) FILTER (
          WHERE i.id IS NOT NULL AND ${visibleItem(context.actor)}
        ) AS "answersIds",
        json_agg(json_build_object('kind', g.kind, 'code', g.code) ORDER BY g.kind, g.ordinal)
          FILTER (WHERE g.id IS NOT NULL) AS groupings
      FROM ${standingLinks(context)} l
      LEFT JOIN ${items(context)} i ON i.id = l."toItemId"
      LEFT JOIN ${groupings(context)} g ON g.id = l."toGroupingId" AND NOT g.retired
      GROUP BY l."fromId"
    ) linked ON linked."fromId" = s.id
    WHERE s.kind = coalesce(${kind}, s.kind)
    ORDER BY array_position(ARRAY['recommendation', 'commitment', 'local_action'], s.kind),
      s.ordinal`;
  return rows.map((row) => {
    const { ownerName: name, ownerPosition: position } = row;
    const toldApart = row.ownerShared && name !== null && position !== null;
    return toldApart ? { ...row, ownerName: nameAndPosition({ name, position }) } : row;
  });
}

/** What a paper prints of an item. @param moves what has moved since, where anything is compared */
export function toPaperItem(
  row: PaperRow,
  owner: string | null,
  moves: { movement: Movement; flags: readonly string[] } | undefined,
): PaperItem {
  return {
    reference: row.reference,
    kind: row.kind,
    rated: row.rated,
    shortTitle: row.shortTitle,
    text: row.text,
    lifecycle: row.lifecycle,
    outcome: row.outcome,
    closedOn: toPlainDate(row.closedOn),
    rag: row.rag,
    evidence: row.evidence,
    schedule: row.schedule,
    owner,
    lead: row.leadName,
    ourRole: row.ourRole,
    headline: row.headline,
    words: row.words,
    recovery: row.recovery,
    nextStep: row.nextStep,
    response: row.response,
    position: row.position,
    yourReference: row.yourReference,
    firstDueDate: toPlainDate(row.firstDueDate),
    dueDate: toPlainDate(row.dueDate),
    reviewDate: toPlainDate(row.reviewDate),
    moves: dateMoves(row.dates ?? []),
    fundingSource: row.fundingSource,
    fundedUntil: toPlainDate(row.fundedUntil),
    answers: row.answers,
    groupings: row.groupings,
    movement: moves?.movement ?? null,
    extended: moves?.flags.includes('extended') ?? false,
  };
}

const EMPTY: RagCounts = { red: 0, amber: 0, green: 0, blue: 0, not_rated: 0 };

function countByRag(rows: ReadonlyArray<{ rag: RagStatus; count: number }>): RagCounts {
  return { ...EMPTY, ...Object.fromEntries(rows.map(({ rag, count }) => [rag, count])) };
}

/** So many meetings back the picture looks. */
const MEETINGS = 3;
const PICTURED: readonly ItemKind[] = ['recommendation', 'local_action'];

/** Counts by RAG at the end of the last meetings, and now, of recommendations and local actions. */
async function ragOverMeetings(context: Context): Promise<PaperFacts['ragAtMeetings']> {
  const held = (await lastMeetings(context, MEETINGS)).reverse();
  const moments = [
    ...held.map(({ date }) => ({ label: formatDate(date), now: endOfDay(date) })),
    { label: 'This paper', now: context.now },
  ];
  const counted = await Promise.all(
    moments.map(
      ({ now }) =>
        queryRows(context.db, RAG_COUNT)`
          SELECT i.kind::text AS kind, i.rag::text AS rag, count(*)::int AS count
          FROM ${items({ now, asAt: true })} i
          WHERE i.rated AND i.lifecycle <> 'withdrawn' AND ${visibleItem(context.actor)}
            AND coalesce(i.outcome, 'complete') = 'complete'
          GROUP BY i.kind, i.rag`,
    ),
  );
  return PICTURED.flatMap((kind) =>
    moments.map(({ label }, index) => ({
      label,
      kind,
      counts: countByRag((counted[index] ?? []).filter((row) => row.kind === kind)),
    })),
  );
}

/**
 * What the paper of a meeting is generated from, by what the context's actor may see and had been
 * recorded by its moment. A fixed number of queries.
 * @param since the cut-off of the paper before; null where none was issued
 * @param named people by their names; otherwise by what they are
 * @throws NotAllowedError
 */
export async function paperFacts(
  context: Context,
  meeting: Meeting,
  since: Date | null,
  named: boolean,
): Promise<Omit<PaperFacts, 'withheld'>> {
  const { db, now } = context;
  const board = await getBoard(context, context);
  const [last] = await lastMeetings(context, 1, toPlainDate(meeting.date));
  const from = since ?? (last ? endOfDay(last.date) : null);
  const [rows, moved, groups, sourceRows, challenges, awaiting, ragAtMeetings, actions] =
    await Promise.all([
      paperRows(context, board.dueSoonDays),
      from ? movedSince(context, from) : [],
      queryRows(db, GROUPING)`
        SELECT g.kind::text AS kind, g.code, g.name FROM ${groupings(context)} g
        WHERE NOT g.retired ORDER BY g.kind, g.ordinal`,
      queryRows(db, SOURCE)`
        SELECT s.prefix, s.title, s.publisher FROM ${sources(context)} s
        ORDER BY s.ordinal, s.prefix = 'R' DESC`,
      listChallenges(context),
      listAwaiting(context),
      ragOverMeetings(context),
      listOpenMeetingActions(context),
    ]);
  const movement = new Map(moved.map((row) => [row.reference, row]));
  return {
    board,
    meeting: {
      slug: meeting.slug,
      date: toPlainDate(meeting.date),
      startsAt: meeting.startsAt,
      venue: meeting.venue,
    },
    cutOff: now.toISOString(),
    today: londonDay(now),
    since: from && { at: from.toISOString(), is: since ? 'paper' : 'meeting' },
    items: rows
      .filter(({ lifecycle }) => lifecycle !== 'withdrawn')
      .map((row) => {
        const owner = named ? row.ownerName : row.ownerPosition;
        return toPaperItem(row, row.ownerId && owner, movement.get(row.reference));
      }),
    groupings: groups,
    sources: sourceRows.map((row) => ({ ...row, national: isNational(row.prefix) })),
    challenges: challenges.lines.map(({ reference, rule, sentence, acknowledged }) => ({
      reference,
      rule,
      sentence,
      acknowledged: acknowledged?.reason ?? null,
    })),
    awaiting: awaiting.map(({ item, asks, reason, number, kind }) => ({
      reference: item.reference,
      shortTitle: item.shortTitle,
      asks,
      reason,
      number,
      kind,
    })),
    ragAtMeetings,
    meetingActions: actions.map(({ what, owner, dueDate }) => ({
      what,
      owner: named ? owner.name : owner.position,
      dueDate,
    })),
  };
}
