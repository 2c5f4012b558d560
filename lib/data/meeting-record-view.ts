import type { MeetingRecordView } from '@/lib/domain/meeting-record-view';
import { getAttendance } from './attendance-view';
import { type Context, demand } from './context';
import { findMeeting } from './find-meeting';
import { getMeetingActions } from './meeting-actions-view';
import { toPlainDate } from './plain-date';
import { recordedBy } from './record';

async function minutesState(
  context: Context,
  meetingId: string,
): Promise<MeetingRecordView['minutes']> {
  const latest = await context.db.minutesVersion.findFirst({
    where: { meetingId, ...recordedBy(context) },
    orderBy: { number: 'desc' },
    select: { agreedAt: { select: { date: true } } },
  });
  if (!latest) return 'none';
  return latest.agreedAt ? { agreedOn: toPlainDate(latest.agreedAt.date) } : 'draft';
}

/** What is recorded around a meeting, in short. @throws NotFoundError, NotAllowedError */
export async function getMeetingRecord(context: Context, slug: string): Promise<MeetingRecordView> {
  demand(context, 'read');
  const { id } = await findMeeting(context, slug);
  const [attendance, { carried, opened }, minutes] = await Promise.all([
    getAttendance(context, slug),
    getMeetingActions(context, slug),
    minutesState(context, id),
  ]);
  const those = (answer: string) => attendance.entries.filter((entry) => entry.answer === answer);
  return {
    attendance: attendance.recorded && {
      present: those('present').length,
      apologies: those('apologies').map(({ name }) => name),
      absent: those('absent').length,
      declarations: attendance.declarations.length,
    },
    carried: carried.length,
    opened: opened.filter(({ state }) => state !== 'withdrawn').length,
    open: [...carried, ...opened].filter(({ state }) => state === 'open').length,
    minutes,
  };
}
