import { asAtMeeting, keepAsAt } from '@/lib/domain/as-at';
import { meetingPath } from '@/lib/domain/meeting-name';
import type { MeetingPageView } from '@/lib/domain/meeting-view';
import { paperPath } from '@/lib/domain/paper-path';
import { questionsAddress } from '@/lib/domain/question';
import { TextLink } from '../ui/text-link';

/** What belongs to a meeting, beside when and where it is. */
export function MeetingLinks({
  meeting,
  questions,
}: {
  meeting: MeetingPageView;
  questions: { asked: number; waiting: number };
}) {
  const base = meetingPath(meeting.slug);
  const waiting = questions.waiting > 0 ? `, ${questions.waiting} unanswered` : '';
  return (
    <nav
      aria-label="For this meeting"
      className="rounded-lg border border-line bg-surface px-5 py-3 print:hidden"
    >
      <ul className="divide-y divide-line">
        <Line
          href={paperPath(meeting.slug)}
          label="Paper"
          about="what the board is asked to read"
          present
        />
        <Line
          href={`${base}/decisions`}
          label="Decisions"
          about="what awaits one, and what was decided"
        />
        <Line
          href={`${base}/movement`}
          label="Movement"
          about="what moved since the meeting before"
        />
        <Line
          href={`${base}/returns`}
          label="Updates"
          about="which are in, and which are awaited"
        />
        <Line
          href={questionsAddress({ meeting: meeting.slug })}
          label="Questions"
          about={`${questions.asked || 'none'} asked${waiting}`}
        />
        {meeting.state === 'held' && (
          <Line
            href={keepAsAt('/', asAtMeeting(meeting.slug))}
            label="The register as at this meeting"
          />
        )}
      </ul>
    </nav>
  );
}

interface LineProps {
  href: string;
  label: string;
  about?: string;
  /** The present, also from a page that shows an earlier day. */
  present?: boolean;
}

function Line({ href, label, about, present }: LineProps) {
  return (
    <li className="py-2">
      <TextLink href={href} present={present}>
        {label}
      </TextLink>
      {about && <span className="block text-sm text-muted">{about}</span>}
    </li>
  );
}
