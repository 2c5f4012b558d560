import { meetingPath } from '@/lib/domain/meeting-name';
import { questionsAddress } from '@/lib/domain/question';
import type { ReturnsView } from '@/lib/domain/returns-view';
import { Day } from '../ui/date';
import { TextLink } from '../ui/text-link';

/** What is asked of the reader before the board meets, and how many updates are in. */
export function BeforeMeeting({
  toAnswer,
  returns,
}: {
  toAnswer: number;
  returns: ReturnsView | null;
}) {
  if (toAnswer === 0 && !returns) return null;
  return (
    <ul className="space-y-1">
      {toAnswer > 0 && (
        <li className="min-h-6">
          <TextLink href={questionsAddress({ mine: 'answer' })} strong>
            Questions waiting for you: {toAnswer}
          </TextLink>
        </li>
      )}
      {returns && (
        <li className="min-h-6">
          <TextLink href={`${meetingPath(returns.meeting.slug)}/returns`}>
            Updates for the next meeting
          </TextLink>
          : {returns.in} of {returns.total} in, due <Day date={returns.meeting.updatesDue} />
        </li>
      )}
    </ul>
  );
}
