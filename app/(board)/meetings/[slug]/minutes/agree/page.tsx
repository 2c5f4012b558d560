import { randomUUID } from 'node:crypto';
import type { Metadata } from 'next';
import { MeetingFormPage } from '@/components/meeting/meeting-form-page';
import { AgreeForm } from '@/components/minutes/agree-form';
import { getMinutes } from '@/lib/data/minutes-view';
import { formatDate } from '@/lib/domain/dates';
import { meetingPath } from '@/lib/domain/meeting-name';
import type { MinutesView } from '@/lib/domain/minutes-view';
import { type MeetingPageProps, meetingAt } from '@/lib/server/meeting-page';
import { signedIn } from '@/lib/server/session';
import { agreeMinutesAction } from './actions';

const TITLE = 'Record that the minutes were agreed';
export const metadata: Metadata = { title: TITLE };

function whyNot({ saved, agreeable }: MinutesView): string | null {
  if (!saved) return 'There are no minutes to agree yet.';
  if (saved.agreedAt) return 'These minutes were agreed already.';
  return agreeable.length > 0 ? null : 'No later meeting has been held yet.';
}

export default async function AgreeMinutesPage({ params }: MeetingPageProps) {
  const context = await signedIn();
  const meeting = await meetingAt((await params).slug);
  const view = await getMinutes(context, meeting.slug);
  return (
    <MeetingFormPage title={TITLE} meeting={meeting} refused={whyNot(view)}>
      <AgreeForm
        intro={
          <p>
            Their words stay as they are from then on. Put anything right that the meeting corrected
            before you record this.
          </p>
        }
        action={agreeMinutesAction.bind(null, meeting.slug)}
        submissionId={randomUUID()}
        basedOn={view.number}
        cancel={`${meetingPath(meeting.slug)}/minutes`}
        meetings={view.agreeable.map(({ id, date }) => ({ value: id, label: formatDate(date) }))}
      />
    </MeetingFormPage>
  );
}
