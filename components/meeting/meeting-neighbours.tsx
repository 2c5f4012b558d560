import { formatDate } from '@/lib/domain/dates';
import { meetingPath } from '@/lib/domain/meeting-name';
import type { MeetingPageView } from '@/lib/domain/meeting-view';
import { StepLinks } from '../ui/step-links';

/** The meetings before and after. */
export function MeetingNeighbours({ meeting }: { meeting: MeetingPageView }) {
  const step = (one: MeetingPageView['next']) =>
    one && { href: meetingPath(one.slug), label: formatDate(one.date) };
  return (
    <StepLinks
      label="Other meetings"
      what="meeting"
      previous={step(meeting.previous)}
      next={step(meeting.next)}
    />
  );
}
