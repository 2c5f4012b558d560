import { randomUUID } from 'node:crypto';
import type { Metadata } from 'next';
import { ReasonForm } from '@/components/forms/reason-form';
import { MeetingFormPage } from '@/components/meeting/meeting-form-page';
import { meetingPath } from '@/lib/domain/meeting-name';
import type { MeetingPageView } from '@/lib/domain/meeting-view';
import { type MeetingPageProps, meetingAt } from '@/lib/server/meeting-page';
import { signedIn } from '@/lib/server/session';
import { restoreMeetingAction } from './actions';

const TITLE = 'Put this meeting back on';
export const metadata: Metadata = { title: TITLE };

function whyNot({ state, over }: MeetingPageView): string | null {
  if (state !== 'cancelled') return 'This meeting is not cancelled.';
  return over ? 'The day of this meeting has ended: it stays cancelled.' : null;
}

export default async function RestoreMeetingPage({ params }: MeetingPageProps) {
  await signedIn();
  const meeting = await meetingAt((await params).slug);
  return (
    <MeetingFormPage title={TITLE} meeting={meeting} refused={whyNot(meeting)}>
      <ReasonForm
        intro={<p>It will be held when and where it was set before.</p>}
        action={restoreMeetingAction.bind(null, meeting.slug)}
        submissionId={randomUUID()}
        basedOn={meeting.version}
        cancel={meetingPath(meeting.slug)}
        label="Why it is put back on"
        submit="Put this meeting back on"
      />
    </MeetingFormPage>
  );
}
