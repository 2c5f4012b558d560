import { meetingPath } from '@/lib/domain/meeting-name';
import type { DashboardView } from '@/lib/domain/view';
import { Day } from '../ui/date';
import { TextLink } from '../ui/text-link';

/** When the board meets next, and when it last did. */
export function MeetingLine({
  nextMeeting,
  lastMeeting,
}: Pick<DashboardView, 'nextMeeting' | 'lastMeeting'>) {
  return (
    <p>
      {nextMeeting ? (
        <>
          Next meeting:{' '}
          <TextLink href={meetingPath(nextMeeting.slug)} strong>
            <Day date={nextMeeting.date} />
          </TextLink>{' '}
          at {nextMeeting.startsAt}, {nextMeeting.venue}. Updates are due by{' '}
          <Day date={nextMeeting.updatesDue} />.
        </>
      ) : (
        'No next meeting is set.'
      )}
      {lastMeeting && (
        <>
          {' '}
          The last was on{' '}
          <TextLink href={meetingPath(lastMeeting.slug)}>
            <Day date={lastMeeting.date} />
          </TextLink>
          .
        </>
      )}
    </p>
  );
}
