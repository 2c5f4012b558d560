import type { DashboardView } from '@/lib/domain/view';
import { Day } from '../ui/date';

/** When the board meets next, and when it last did. */
export function MeetingLine({
  nextMeeting,
  lastMeeting,
}: Pick<DashboardView, 'nextMeeting' | 'lastMeeting'>) {
  return (
    <p>
      {nextMeeting ? (
        <>
          Next meeting: <strong className="text-ink">{<Day date={nextMeeting.date} />}</strong> at{' '}
          {nextMeeting.startsAt}, {nextMeeting.venue}.
        </>
      ) : (
        'No next meeting is set.'
      )}
      {lastMeeting && (
        <>
          {' '}
          The last was on <Day date={lastMeeting.date} />.
        </>
      )}
    </p>
  );
}
