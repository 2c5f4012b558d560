import { readSections } from '@/lib/domain/minutes';
import type { MinutesView } from '@/lib/domain/minutes-view';
import { can } from '@/lib/domain/permissions';
import { toAuthor } from './authors';
import { type Context, demand } from './context';
import { findMeeting, meetingsBeside } from './find-meeting';
import { withRedactLinks } from './history-redaction';
import { hasBegun, minutesFromRecord } from './minutes-draft';
import { toPlainDate } from './plain-date';
import { recordedBy } from './record';

/** The minutes of a meeting: as they were saved, and as the record would draft them. @throws NotFoundError, NotAllowedError */
export async function getMinutes(context: Context, slug: string): Promise<MinutesView> {
  demand(context, 'read');
  const meeting = await findMeeting(context, slug);
  const versions = await context.db.minutesVersion.findMany({
    where: { meetingId: meeting.id, ...recordedBy(context) },
    orderBy: { number: 'asc' },
    include: { author: true, agreedAt: true },
  });
  const latest = versions.at(-1);
  const mayManage = can(context.actor, 'manageMeetings') && !context.asAt;
  const begun = hasBegun(context, meeting);
  const writable = mayManage && begun && !meeting.cancelled && !latest?.agreedAtId;
  const later = writable && latest ? await meetingsBeside(context, meeting, 'after') : [];
  return {
    slug,
    date: toPlainDate(meeting.date),
    cancelled: meeting.cancelled,
    begun,
    number: latest?.number ?? 0,
    saved: latest
      ? {
          title: latest.title,
          sections: readSections(latest),
          at: latest.recordedAt.toISOString(),
          author: toAuthor(latest.author),
          agreedAt: latest.agreedAt && {
            slug: latest.agreedAt.slug,
            date: toPlainDate(latest.agreedAt.date),
          },
        }
      : null,
    history: withRedactLinks(
      context,
      versions
        .map((version) => ({
          version: version.number,
          at: version.recordedAt.toISOString(),
          author: toAuthor(version.author),
          title: titleOf(version),
          reason: null,
          changes: [],
        }))
        .reverse(),
      (number) => ({ table: 'MinutesVersion', key: { meetingId: meeting.id, number } }),
    ),
    draft: writable ? await minutesFromRecord(context, meeting) : null,
    agreeable: later
      .filter((one) => hasBegun(context, one))
      .map(({ id, date }) => ({ id, date: toPlainDate(date) })),
    mayManage,
  };
}

function titleOf({ number, agreedAtId }: { number: number; agreedAtId: string | null }): string {
  if (agreedAtId) return 'Minutes agreed';
  return number === 1 ? 'Minutes drafted' : 'Minutes edited';
}
