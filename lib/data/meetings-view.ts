import { z } from 'zod';
import { formatDate, londonDay, type PlainDate } from '@/lib/domain/dates';
import { type DeadlineRule, deadlinesOf, isOver, meetingState } from '@/lib/domain/meeting';
import type { MeetingPageView, MeetingView } from '@/lib/domain/meeting-view';
import { can } from '@/lib/domain/permissions';
import type { VersionChange } from '@/lib/domain/version-change';
import { dayOff } from '@/lib/domain/working-days';
import { type Meeting, type MeetingVersion, Prisma } from '@/prisma/client/client';
import { toAuthor } from './authors';
import { getBoard } from './board';
import { type Context, demand } from './context';
import { findMeeting } from './find-meeting';
import { withRedactLinks } from './history-redaction';
import { toPlainDate } from './plain-date';
import { queryRows } from './query-rows';
import { meetings, recordedBy } from './record';
import { redactionsOf } from './redactions-view';

const NEIGHBOUR = z.object({ slug: z.string(), date: z.date() });

/** @param today in London */
export function toMeeting(meeting: Meeting, rule: DeadlineRule, today: PlainDate): MeetingView {
  const dates = {
    date: toPlainDate(meeting.date),
    updatesDue: toPlainDate(meeting.updatesDue),
    papersIssued: toPlainDate(meeting.papersIssued),
  };
  const { slug, version, startsAt, venue, cancelled } = meeting;
  const { updatesDue, papersIssued } = deadlinesOf(dates, rule);
  return {
    slug,
    version,
    date: dates.date,
    startsAt,
    venue,
    state: meetingState({ date: dates.date, cancelled }, today),
    over: isOver(dates, today),
    dayOff: dayOff(dates.date),
    updatesDue,
    updatesDueByHand: dates.updatesDue !== null,
    papersIssued,
    papersIssuedByHand: dates.papersIssued !== null,
  };
}

/** Every meeting, by date, cancelled ones included. @throws NotAllowedError */
export async function listMeetings(context: Context): Promise<MeetingView[]> {
  demand(context, 'read');
  const [board, all] = await Promise.all([
    getBoard(context),
    context.db.meeting.findMany({ orderBy: [{ date: 'asc' }, { startsAt: 'asc' }] }),
  ]);
  const today = londonDay(context.now);
  return all.map((meeting) => toMeeting(meeting, board, today));
}

/** A date set by hand is told as such; without one the board's rule gives it. */
const FIELDS: ReadonlyArray<[string, (version: MeetingVersion) => string | null]> = [
  ['Date', (version) => formatDate(toPlainDate(version.date))],
  ['Starts at', (version) => version.startsAt],
  ['Venue', (version) => version.venue],
  ['Updates due', (version) => byHand(version.updatesDue)],
  ['Papers issued', (version) => byHand(version.papersIssued)],
];
const byHand = (date: Date | null) =>
  date ? formatDate(toPlainDate(date)) : 'By the board’s rule';

function titleOf(version: MeetingVersion, before: MeetingVersion | undefined): string {
  if (!before) return 'Meeting added';
  if (version.cancelled !== before.cancelled) {
    return version.cancelled ? 'Meeting cancelled' : 'Meeting put back on';
  }
  return 'Meeting changed';
}

/** The meetings before and after, cancelled ones included. */
async function neighbours(context: Context, meeting: Pick<Meeting, 'date' | 'startsAt'>) {
  const beside = async (sign: '<' | '>', order: 'ASC' | 'DESC') => {
    const direction = Prisma.raw(order);
    const [one] = await queryRows(context.db, NEIGHBOUR)`
      SELECT m.slug, m.date FROM ${meetings(context)} m
      WHERE (m.date, m."startsAt") ${Prisma.raw(sign)} (${meeting.date}::date, ${meeting.startsAt})
      ORDER BY m.date ${direction}, m."startsAt" ${direction} LIMIT 1`;
    return one ? { slug: one.slug, date: toPlainDate(one.date) } : null;
  };
  const [previous, next] = await Promise.all([beside('<', 'DESC'), beside('>', 'ASC')]);
  return { previous, next };
}

/**
 * A meeting, and every change to it, newest first, as recorded by then.
 * @throws NotFoundError, NotAllowedError
 */
export async function getMeeting(context: Context, slug: string): Promise<MeetingPageView> {
  demand(context, 'read');
  const meeting = await findMeeting(context, slug);
  const [board, versions, beside] = await Promise.all([
    getBoard(context, context),
    context.db.meetingVersion.findMany({
      where: { meetingId: meeting.id, ...recordedBy(context) },
      orderBy: { version: 'asc' },
      include: { author: true },
    }),
    neighbours(context, meeting),
  ]);
  const history = versions.map((version, index): VersionChange => {
    const before = versions[index - 1];
    return {
      version: version.version,
      at: version.recordedAt.toISOString(),
      author: toAuthor(version.author),
      title: titleOf(version, before),
      reason: version.reason,
      changes: before
        ? FIELDS.flatMap(([label, show]) => {
            const [from, to] = [show(before), show(version)];
            return from === to ? [] : [{ label, from, to }];
          })
        : [],
    };
  });
  return {
    ...toMeeting(meeting, board, londonDay(context.now)),
    rule: { updatesDueDays: board.updatesDueDays, papersIssuedDays: board.papersIssuedDays },
    history: withRedactLinks(context, history.reverse(), (version) => ({
      table: 'MeetingVersion',
      key: { meetingId: meeting.id, version },
    })),
    redactions: await redactionsOf(
      context,
      { meetingId: meeting.id },
      `the meeting ${meeting.slug}`,
    ),
    ...beside,
    mayRedact: can(context.actor, 'redact') && !context.asAt,
    mayManage: can(context.actor, 'manageMeetings') && !context.asAt,
  };
}
