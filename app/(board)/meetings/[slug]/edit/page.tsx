import { randomUUID } from 'node:crypto';
import type { Metadata } from 'next';
import { dateBoxes } from '@/components/forms/values';
import { MeetingForm } from '@/components/meeting/meeting-form';
import { MeetingFormPage } from '@/components/meeting/meeting-form-page';
import { meetingPath } from '@/lib/domain/meeting-name';
import { type MeetingPageProps, meetingAt } from '@/lib/server/meeting-page';
import { signedIn } from '@/lib/server/session';
import { editMeetingAction } from './actions';

const TITLE = 'Change this meeting';
export const metadata: Metadata = { title: TITLE };

export default async function EditMeetingPage({ params }: MeetingPageProps) {
  await signedIn();
  const meeting = await meetingAt((await params).slug);
  return (
    <MeetingFormPage
      title={TITLE}
      meeting={meeting}
      refused={
        meeting.state === 'cancelled'
          ? 'This meeting is cancelled. Put it back on before you change it.'
          : null
      }
    >
      <MeetingForm
        intro={
          <p>
            {meeting.over
              ? 'The day of this meeting has ended: its dates stay as they are.'
              : 'The address of its page stays when the date changes.'}
          </p>
        }
        action={editMeetingAction.bind(null, meeting.slug)}
        submissionId={randomUUID()}
        basedOn={meeting.version}
        cancel={meetingPath(meeting.slug)}
        rule={meeting.rule}
        datesStay={meeting.over}
        submit="Save meeting"
        initial={{
          startsAt: meeting.startsAt,
          venue: meeting.venue,
          ...dateBoxes('date', meeting.date),
          ...dateBoxes('updatesDue', meeting.updatesDueByHand ? meeting.updatesDue : null),
          ...dateBoxes('papersIssued', meeting.papersIssuedByHand ? meeting.papersIssued : null),
        }}
      />
    </MeetingFormPage>
  );
}
