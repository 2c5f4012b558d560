import { randomUUID } from 'node:crypto';
import type { Metadata } from 'next';
import { personOptions } from '@/components/forms/options';
import { MeetingFormPage } from '@/components/meeting/meeting-form-page';
import { MeetingActionForm } from '@/components/meeting-action/meeting-action-form';
import { getChoices } from '@/lib/data/choices';
import { getMeetingActions } from '@/lib/data/meeting-actions-view';
import type { MeetingActionsView } from '@/lib/domain/meeting-action-view';
import { meetingPath } from '@/lib/domain/meeting-name';
import { type MeetingPageProps, meetingAt } from '@/lib/server/meeting-page';
import { signedIn } from '@/lib/server/session';
import { openMeetingActionAction } from './actions';

const TITLE = 'Open a meeting action';
export const metadata: Metadata = { title: TITLE };

function whyNot({ cancelled, begun }: MeetingActionsView): string | null {
  if (cancelled) return 'This meeting is cancelled.';
  return begun ? null : 'Actions are opened from the day of the meeting on.';
}

export default async function OpenMeetingActionPage({ params }: MeetingPageProps) {
  const context = await signedIn();
  const meeting = await meetingAt((await params).slug);
  const [view, { people }] = await Promise.all([
    getMeetingActions(context, meeting.slug),
    getChoices(context),
  ]);
  return (
    <MeetingFormPage title={TITLE} meeting={meeting} refused={whyNot(view)}>
      <MeetingActionForm
        action={openMeetingActionAction.bind(null, meeting.slug)}
        submissionId={randomUUID()}
        cancel={`${meetingPath(meeting.slug)}/actions`}
        people={personOptions(people)}
      />
    </MeetingFormPage>
  );
}
