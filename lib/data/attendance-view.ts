import { z } from 'zod';
import type { AttendanceEntryView, AttendanceView } from '@/lib/domain/attendance-view';
import { londonDay } from '@/lib/domain/dates';
import { bySeat } from '@/lib/domain/membership';
import { can } from '@/lib/domain/permissions';
import type { DeclarationOfInterest, PersonVersion } from '@/prisma/client/client';
import { toAuthor } from './authors';
import { type Context, demand } from './context';
import type { Transaction } from './database';
import { findMeeting } from './find-meeting';
import { membersOn } from './membership-view';
import { toPlainDate } from './plain-date';
import { queryRows } from './query-rows';
import { recordedBy } from './record';
import { visibleItem } from './visibility';

const SEEN_ITEM = z.object({ id: z.string(), reference: z.string(), restricted: z.boolean() });

/**
 * The attendance that stands, with names; null while there is none. One query after another: it
 * is read in transactions too, which have one connection.
 */
export async function latestAttendance(
  {
    db,
    ...moment
  }: Pick<Context, 'now' | 'asAt'> & {
    db: Pick<Transaction, 'attendanceVersion' | 'attendanceEntry' | 'declarationOfInterest'>;
  },
  meetingId: string,
) {
  const latest = await db.attendanceVersion.findFirst({
    where: { meetingId, ...recordedBy(moment) },
    orderBy: { number: 'desc' },
    include: { author: true },
  });
  if (!latest) return null;
  const where = { meetingId, number: latest.number };
  const entries = await db.attendanceEntry.findMany({ where, include: { person: true } });
  const declarations = await db.declarationOfInterest.findMany({
    where,
    orderBy: { ordinal: 'asc' },
    include: { person: true },
  });
  return { ...latest, entries, declarations };
}

/** References of the items some declarations concern, those alone that the actor may see. */
export async function itemsSeen(
  { db, actor }: Pick<Context, 'actor'> & { db: Pick<Transaction, '$queryRaw'> },
  declarations: ReadonlyArray<Pick<DeclarationOfInterest, 'itemIds'>>,
): Promise<Map<string, { reference: string; restricted: boolean }>> {
  const wanted = declarations.flatMap(({ itemIds }) => itemIds);
  const rows = await queryRows(db, SEEN_ITEM)`
    SELECT i.id, i.reference, i.restricted FROM "Item" i
    WHERE i.id = ANY(${wanted}::uuid[]) AND ${visibleItem(actor)} ORDER BY i.kind, i.ordinal`;
  return new Map(rows.map(({ id, ...item }) => [id, item]));
}

type Entry = { personId: string; person: PersonVersion } & Pick<
  AttendanceEntryView,
  'capacity' | 'deputy'
> & { answer: NonNullable<AttendanceEntryView['answer']> };

/** By the name they had when it was recorded. */
function toEntry({ personId, person, capacity, answer, deputy }: Entry): AttendanceEntryView {
  return { personId, name: person.name, position: person.position, capacity, answer, deputy };
}

/**
 * Who came to a meeting and what was declared: its members on that day, and whoever else it is
 * recorded of.
 * @throws NotFoundError, NotAllowedError
 */
export async function getAttendance(context: Context, slug: string): Promise<AttendanceView> {
  demand(context, 'read');
  const meeting = await findMeeting(context, slug);
  const date = toPlainDate(meeting.date);
  const [latest, members] = await Promise.all([
    latestAttendance(context, meeting.id),
    membersOn(context, date),
  ]);
  const declarations = latest?.declarations ?? [];
  const items = await itemsSeen(context, declarations);
  const recorded = (latest?.entries ?? []).map(toEntry);
  const known = new Set(recorded.map(({ personId }) => personId));
  const open = members
    .filter(({ id }) => !known.has(id))
    .map(
      ({ id, name, position, capacity }): AttendanceEntryView => ({
        personId: id,
        name,
        position,
        capacity,
        answer: null,
        deputy: null,
      }),
    );
  return {
    number: latest?.number ?? 0,
    recorded: latest && {
      at: latest.recordedAt.toISOString(),
      author: toAuthor(latest.author),
    },
    date,
    cancelled: meeting.cancelled,
    begun: date <= londonDay(context.now),
    entries: [...recorded, ...open].sort(bySeat),
    othersPresent: latest?.othersPresent ?? null,
    declarations: declarations.map(({ id, personId, person, words, itemIds }) => {
      const seen = itemIds.every((itemId) => items.has(itemId));
      return {
        id,
        personId,
        name: person.name,
        words: seen ? words : null,
        references: seen ? itemIds.flatMap((itemId) => items.get(itemId)?.reference ?? []) : [],
      };
    }),
    mayManage: can(context.actor, 'manageMeetings') && !context.asAt,
  };
}
