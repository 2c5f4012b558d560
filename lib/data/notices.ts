import { z } from 'zod';
import { readFieldChanges } from '@/lib/domain/field-change';
import { IMPORT_NAMES } from '@/lib/domain/import-model';
import { isId } from '@/lib/domain/is-id';
import {
  type DoneNotice,
  NOTICE_LASTS,
  type Tally,
  type Told,
  type ToldPerson,
} from '@/lib/domain/notice-told';
import { noticeOf, principalKind } from '@/lib/domain/notices';
import { can } from '@/lib/domain/permissions';
import type { Prisma } from '@/prisma/client/client';
import { visibleEvents } from './activity-filters';
import type { Context } from './context';
import { toPlainDate } from './plain-date';
import { queryRows } from './query-rows';

const PERSON = { select: { id: true, name: true, position: true } } as const;
const INCLUDE = {
  item: { include: { owner: PERSON } },
  meeting: { select: { slug: true, date: true } },
  source: { select: { prefix: true, title: true } },
  grouping: { select: { kind: true, code: true, name: true } },
  decision: { select: { result: true, delegatedToId: true } },
  import: { select: { fileName: true, kind: true, _count: { select: { rows: true } } } },
} as const satisfies Prisma.AuditEventInclude;
type Event = Prisma.AuditEventGetPayload<{ include: typeof INCLUDE }>;

const OF_WRITE = z.object({ seq: z.bigint(), kind: z.string(), itemId: z.string().nullable() });
type OfWrite = z.infer<typeof OF_WRITE>;
const SEEN = z.object({ seq: z.bigint() });

/**
 * The events of one write of the reader's own, a moment ago, the first of them first. Postgres
 * notes on each row which transaction wrote it, and these rows are never written again.
 */
async function eventsOfWrite(context: Context, submissionId: string): Promise<OfWrite[]> {
  const { db, actor, now } = context;
  if (actor.kind !== 'person') return [];
  const since = new Date(now.getTime() - NOTICE_LASTS);
  return queryRows(db, OF_WRITE)`
    SELECT a.seq, a.kind, a."itemId" FROM "AuditEvent" a
    JOIN "AuditEvent" first ON first."submissionId" = ${submissionId}::uuid
      AND first."authorId" = ${actor.id}::uuid AND first."recordedAt" > ${since}::timestamptz
    WHERE a.seq >= first.seq AND a.xmin = first.xmin
    ORDER BY a.seq`;
}

/** What an event is about, by the column that names it most closely. */
const SUBJECTS = [
  'itemId',
  'meetingActionId',
  'decisionId',
  'personId',
  'organisationId',
  'sourceId',
  'groupingId',
  'importId',
  'redactionId',
  'meetingId',
] as const;

/**
 * Whether anything was recorded after a write about the thing it tells of. Not only what makes its
 * words untrue: a page that says a little less is better than a table of what contradicts what.
 */
async function isOvertaken({ db }: Context, event: Event, last: bigint): Promise<boolean> {
  const column = SUBJECTS.find((one) => event[one] !== null);
  const later = await db.auditEvent.count({
    where: {
      seq: { gt: last },
      ...(column ? { [column]: event[column] } : { kind: event.kind }),
      NOT: [{ kind: { startsWith: 'download.' } }, { kind: { startsWith: 'export.' } }],
    },
  });
  return later > 0;
}

function tallyOf(events: readonly OfWrite[]): Tally {
  const ids = new Map<string, Set<string>>();
  const counts: Record<string, number> = {};
  for (const { kind, itemId } of events) {
    const [family = ''] = kind.split('.');
    counts[family] = (counts[family] ?? 0) + 1;
    if (itemId) ids.set(family, (ids.get(family) ?? new Set()).add(itemId));
  }
  const items = Object.fromEntries([...ids].map(([family, those]) => [family, those.size]));
  return { events: counts, items };
}

/** What the event names without a relation of its own. */
async function readBeside({ db }: Context, event: Event) {
  const { kind, itemId, subjectNumber } = event;
  const family = kind.split('.')[0];
  const row = { itemId_number: { itemId: itemId ?? '', number: subjectNumber ?? 0 } };
  const [evidence, person, organisation, action, proposal, question] = await Promise.all([
    event.evidenceId ? db.evidence.findUnique({ where: { id: event.evidenceId } }) : null,
    event.personId ? db.person.findUnique({ where: { id: event.personId }, ...PERSON }) : null,
    event.organisationId
      ? db.organisation.findUnique({ where: { id: event.organisationId } })
      : null,
    event.meetingActionId
      ? db.meetingAction.findUnique({
          where: { id: event.meetingActionId },
          include: { owner: PERSON },
        })
      : null,
    itemId && family === 'proposal' ? db.proposal.findUnique({ where: row }) : null,
    itemId && kind === 'question.asked'
      ? db.question.findUnique({ where: row, include: { meeting: true } })
      : null,
  ]);
  return { evidence, person, organisation, action, proposal, question };
}
type Beside = Awaited<ReturnType<typeof readBeside>>;

function toldItem({ item }: Event): Told['item'] {
  if (!item) return null;
  const { dueDate, reviewDate, owner, ...rest } = item;
  return {
    ...rest,
    owner: owner as ToldPerson | null,
    dueDate: toPlainDate(dueDate),
    reviewDate: toPlainDate(reviewDate),
  };
}

function toTold(event: Event, beside: Beside, tally: Tally): Told {
  const { kind, subjectNumber, decision, source, grouping, import: imported } = event;
  const { evidence, person, organisation, action, proposal, question } = beside;
  const meeting = question?.meeting ?? event.meeting;
  const changes = readFieldChanges(event);
  const named = changes.find(({ field }) => field === 'challenges');
  const issue = /^(paper|addendum)\.(?:issued|withdrawn)$/.exec(kind)?.[1];
  return {
    kind,
    tally,
    item: toldItem(event),
    evidence: evidence?.title ?? null,
    meeting: meeting && { slug: meeting.slug, date: toPlainDate(meeting.date) },
    action: action && {
      number: action.number,
      owner: action.owner,
      due: toPlainDate(action.dueDate),
    },
    decision: decision && {
      result: decision.result,
      underDelegation: decision.delegatedToId !== null,
    },
    proposal: proposal && {
      dueDate: toPlainDate(proposal.dueDate),
      outcome: proposal.outcome,
    },
    issue:
      issue && subjectNumber
        ? { kind: issue as 'paper' | 'addendum', version: subjectNumber }
        : null,
    person,
    organisation: organisation?.name ?? null,
    source,
    grouping,
    imported: imported && {
      fileName: imported.fileName,
      rows: imported._count.rows,
      kinds: IMPORT_NAMES[imported.kind],
    },
    fields: changes.map(({ field }) => field),
    challenges: [named?.from, named?.to].flat().filter((one) => typeof one === 'string').length,
  };
}

/**
 * What a write is told as at the top of a page: only to whoever wrote it, for two minutes, while
 * they may see what it is about and nothing has been recorded about that since. So an address
 * that was typed, shared or kept says nothing.
 * @param submissionId of the event that the write left
 */
export async function getNotice(
  context: Context,
  submissionId: string,
): Promise<DoneNotice | null> {
  const { db, actor } = context;
  if (context.asAt || !can(actor, 'read') || !isId(submissionId)) return null;
  const events = await eventsOfWrite(context, submissionId);
  const principal = principalKind(events);
  const last = events.at(-1);
  if (!principal || !last) return null;
  const [seen] = await queryRows(db, SEEN)`
    SELECT a.seq FROM "AuditEvent" a WHERE a.seq = ${principal.seq} AND ${visibleEvents(actor)}`;
  if (!seen) return null;
  const event = await db.auditEvent.findUniqueOrThrow({
    where: { seq: seen.seq },
    include: INCLUDE,
  });
  if (await isOvertaken(context, event, last.seq)) return null;
  const told = toTold(event, await readBeside(context, event), tallyOf(events));
  const said = noticeOf(told, actor);
  return said && { key: submissionId, ...said };
}

/**
 * Whether nothing has happened to somebody's account, sessions or ways in since a moment: then
 * what was said of it at that moment still holds.
 */
export async function isAccountAsOf({ db, actor }: Context, moment: Date): Promise<boolean> {
  if (actor.kind !== 'person') return false;
  const later = await db.securityEvent.count({
    where: { personId: actor.id, recordedAt: { gt: moment } },
  });
  return later === 0;
}
