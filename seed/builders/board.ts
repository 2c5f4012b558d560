import { author, type Context } from '@/lib/data/context';
import { toColumn } from '@/lib/data/plain-date';
import type { PlainDate } from '@/lib/domain/dates';

export interface MeetingDetails {
  date: PlainDate;
  startsAt: string;
  venue: string;
}

/** A meeting, at the address of its first date. @returns its id */
export async function buildMeeting(context: Context, meeting: MeetingDetails): Promise<string> {
  const { db, now } = context;
  const first = { version: 1, ...meeting, date: toColumn(meeting.date), cancelled: false };
  const { id } = await db.meeting.create({ data: { slug: meeting.date, ...first } });
  await db.meetingVersion.create({
    data: { meetingId: id, recordedAt: now, ...author(context), ...first },
  });
  return id;
}

/** Moves a meeting to another place: a new version, the one before stays. */
export async function moveMeeting(context: Context, id: string, venue: string): Promise<void> {
  const { db, now } = context;
  const { version, date, startsAt, cancelled } = await db.meeting.findUniqueOrThrow({
    where: { id },
  });
  const next = { version: version + 1, date, startsAt, venue, cancelled };
  await db.meetingVersion.create({
    data: { meetingId: id, recordedAt: now, ...author(context), ...next },
  });
  await db.meeting.update({ where: { id }, data: next });
}

/** One of the board's own strategic objectives, O1 …. @returns its id */
export async function buildObjective(context: Context, code: string, name: string) {
  const { db, now } = context;
  const { id } = await db.grouping.create({
    data: { kind: 'objective', code, ordinal: Number(code.slice(1)), version: 1, name },
  });
  await db.groupingVersion.create({
    data: { groupingId: id, version: 1, name, recordedAt: now, ...author(context) },
  });
  return id;
}
