import { challengeCount } from '@/lib/domain/challenge-query';
import type { ChallengeList } from '@/lib/domain/challenge-view';
import { meetingPath } from '@/lib/domain/meeting-name';
import { Day } from '../ui/date';
import { TextLink } from '../ui/text-link';

/** How much there is, and which meetings it is counted from and for. */
export function ChallengesLead({ list }: { list: ChallengeList }) {
  const { lines, meeting, since } = list;
  return (
    <p>
      What does not add up: {challengeCount(lines)}
      {meeting ? (
        <>
          {' '}
          for the{' '}
          <TextLink href={meetingPath(meeting.slug)}>
            meeting of <Day date={meeting.date} />
          </TextLink>
        </>
      ) : (
        '; no meeting is set to come'
      )}
      .{' '}
      {since ? (
        <>
          “Since the last meeting” counts from <Day date={since} />.
        </>
      ) : (
        'What counts from the last meeting is left out for now.'
      )}
    </p>
  );
}
