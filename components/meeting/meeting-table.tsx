import { meetingPath } from '@/lib/domain/meeting-name';
import type { MeetingView } from '@/lib/domain/meeting-view';
import { Day } from '../ui/date';
import { Table } from '../ui/table';
import { TextLink } from '../ui/text-link';
import { MeetingStateTag } from './meeting-state';

interface MeetingTableProps {
  caption: string;
  meetings: readonly MeetingView[];
}

/** Meetings, a row each, with their two deadlines. */
export function MeetingTable({ caption, meetings }: MeetingTableProps) {
  return (
    <Table
      caption={caption}
      captionHidden
      rows={meetings}
      rowKey={(meeting) => meeting.slug}
      columns={[
        {
          key: 'date',
          header: 'Date',
          lead: true,
          tight: true,
          cell: (meeting) => (
            <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
              <TextLink href={meetingPath(meeting.slug)} strong>
                <Day date={meeting.date} />
              </TextLink>
              {meeting.state === 'cancelled' && <MeetingStateTag state="cancelled" />}
            </span>
          ),
        },
        { key: 'time', header: 'Starts at', tight: true, cell: (meeting) => meeting.startsAt },
        { key: 'venue', header: 'Venue', cell: (meeting) => meeting.venue },
        {
          key: 'updates',
          header: 'Updates due',
          tight: true,
          cell: (meeting) => <Day date={meeting.updatesDue} />,
        },
        {
          key: 'papers',
          header: 'Papers issued',
          tight: true,
          cell: (meeting) => <Day date={meeting.papersIssued} />,
        },
      ]}
    />
  );
}
