import { formatDate } from '@/lib/domain/dates';
import { meetingPath, meetingTitle } from '@/lib/domain/meeting-name';
import type { MeetingRecordView } from '@/lib/domain/meeting-record-view';
import type { MeetingPageView } from '@/lib/domain/meeting-view';
import { SummaryList } from '../ui/summary-list';

const NOTHING = 'Not recorded yet';

function attendance({ attendance: who }: MeetingRecordView): string {
  if (!who) return NOTHING;
  const absent = who.absent > 0 ? `, ${who.absent} absent` : '';
  return `${who.present} present, apologies from ${who.apologies.length}${absent}`;
}

function actions({ carried, opened, open }: MeetingRecordView): string {
  if (carried + opened === 0) return 'None';
  return `${opened} opened, ${carried} carried forward; ${open} open now`;
}

function minutes({ minutes: state }: MeetingRecordView): string {
  if (state === 'none') return 'Not written yet';
  return state === 'draft'
    ? 'Draft, not agreed yet'
    : `Agreed at the meeting of ${formatDate(state.agreedOn)}`;
}

/** Who came, what was asked of whom and the minutes, in short, and the way to each. */
export function MeetingRecord({
  meeting,
  record,
}: {
  meeting: MeetingPageView;
  record: MeetingRecordView;
}) {
  const base = meetingPath(meeting.slug);
  const to = (part: string, label: string) => ({
    href: `${base}/${part}`,
    label,
    context: `of the ${meetingTitle(meeting).toLowerCase()}`,
  });
  return (
    <SummaryList
      rows={[
        {
          label: 'Attendance',
          value: attendance(record),
          action: to('attendance', 'Attendance'),
        },
        { label: 'Apologies', value: record.attendance?.apologies.join('; ') || 'None' },
        { label: 'Interests declared', value: String(record.attendance?.declarations || 'None') },
        { label: 'Meeting actions', value: actions(record), action: to('actions', 'Actions') },
        { label: 'Minutes', value: minutes(record), action: to('minutes', 'Minutes') },
      ]}
    />
  );
}
