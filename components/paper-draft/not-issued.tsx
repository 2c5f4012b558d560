import { formatDate } from '@/lib/domain/dates';
import type { MeetingPageView } from '@/lib/domain/meeting-view';

interface NotIssuedProps {
  meeting: MeetingPageView;
  /** Why an officer may not see the draft. */
  keptFrom: string | null;
}

/** Said to whom the draft is not. */
export function NotIssued({ meeting, keptFrom }: NotIssuedProps) {
  const due =
    meeting.state === 'cancelled'
      ? 'This meeting is cancelled, and its paper has not been issued.'
      : meeting.over
        ? `No paper has been issued for this meeting. It was due on ${formatDate(meeting.papersIssued)}.`
        : `The paper for this meeting has not been issued yet. It is due on ${formatDate(meeting.papersIssued)}.`;
  return (
    <div className="measure space-y-4 text-lg">
      <p>{due}</p>
      {keptFrom && <p>{keptFrom}</p>}
    </div>
  );
}
