import { randomUUID } from 'node:crypto';
import type { Metadata } from 'next';
import { ReasonForm } from '@/components/forms/reason-form';
import { MeetingFormPage } from '@/components/meeting/meeting-form-page';
import { meetingPath } from '@/lib/domain/meeting-name';
import type { MeetingPageView } from '@/lib/domain/meeting-view';
import { type MeetingPageProps, meetingAt } from '@/lib/server/meeting-page';
import { signedIn } from '@/lib/server/session';
import { cancelMeetingAction } from './actions';

const TITLE = 'Cancel this meeting';
export const metadata: Metadata = { title: TITLE };

function whyNot({ state, over }: MeetingPageView): string | null {
  if (state === 'cancelled') return 'This meeting is cancelled already.';
  return over ? 'The day of this meeting has ended: it cannot be cancelled.' : null;
}

export default async function CancelMeetingPage({ params }: MeetingPageProps) {
  await signedIn();
  const meeting = await meetingAt((await params).slug);
  return (
    <MeetingFormPage title={TITLE} meeting={meeting} refused={whyNot(meeting)}>
      <ReasonForm
        intro={
          <p>
            Its page stays, marked as cancelled, with your reason. Until its day ends it can be put
            back on.
          </p>
        }
        action={cancelMeetingAction.bind(null, meeting.slug)}
        submissionId={randomUUID()}
        basedOn={meeting.version}
        cancel={meetingPath(meeting.slug)}
        label="Why it is cancelled"
        submit="Cancel this meeting"
        variant="warning"
      />
    </MeetingFormPage>
  );
}
