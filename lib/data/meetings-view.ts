import { formatDate, londonDay, type PlainDate } from '@/lib/domain/dates';
import { NotFoundError } from '@/lib/domain/errors';
import { type DeadlineRule, deadlinesOf, isOver, meetingState } from '@/lib/domain/meeting';
import { isMeetingSlug } from '@/lib/domain/meeting-name';
import type { MeetingPageView, MeetingView } from '@/lib/domain/meeting-view';
import { can } from '@/lib/domain/permissions';
import type { VersionChange } from '@/lib/domain/version-change';
import { dayOff } from '@/lib/domain/working-days';
import type { Meeting, MeetingVersion } from '@/prisma/client/client';
import { toAuthor } from './authors';
import { getBoard } from './board';
import { type Context, demand } from './context';
import { toPlainDate } from './plain-date';

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
  const [board, meetings] = await Promise.all([
    getBoard(context),
    context.db.meeting.findMany({ orderBy: [{ date: 'asc' }, { startsAt: 'asc' }] }),
  ]);
  const today = londonDay(context.now);
  return meetings.map((meeting) => toMeeting(meeting, board, today));
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

/** A meeting, and every change to it, newest first. @throws NotFoundError, NotAllowedError */
export async function getMeeting(context: Context, slug: string): Promise<MeetingPageView> {
  demand(context, 'read');
  const [board, meeting] = await Promise.all([
    getBoard(context),
    isMeetingSlug(slug)
      ? context.db.meeting.findUnique({
          where: { slug },
          include: { versions: { orderBy: { version: 'asc' }, include: { author: true } } },
        })
      : null,
  ]);
  if (!meeting) throw new NotFoundError('That meeting');
  const on = (side: 'lt' | 'gt') =>
    context.db.meeting.findFirst({
      where: {
        OR: [
          { date: { [side]: meeting.date } },
          { date: meeting.date, startsAt: { [side]: meeting.startsAt } },
        ],
      },
      orderBy: [
        { date: side === 'lt' ? 'desc' : 'asc' },
        { startsAt: side === 'lt' ? 'desc' : 'asc' },
      ],
      select: { slug: true, date: true },
    });
  const [previous, next] = await Promise.all([on('lt'), on('gt')]);
  const toNeighbour = (one: { slug: string; date: Date } | null) =>
    one && { slug: one.slug, date: toPlainDate(one.date) };
  const history = meeting.versions.map((version, index): VersionChange => {
    const before = meeting.versions[index - 1];
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
    history: history.reverse(),
    previous: toNeighbour(previous),
    next: toNeighbour(next),
    mayManage: can(context.actor, 'manageMeetings'),
  };
}
