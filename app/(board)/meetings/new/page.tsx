import { randomUUID } from 'node:crypto';
import type { Metadata } from 'next';
import { FormPage, ROLE_REFUSES } from '@/components/forms/form-page';
import { MeetingForm } from '@/components/meeting/meeting-form';
import { can } from '@/lib/domain/permissions';
import { currentBoard } from '@/lib/server/current-board';
import { signedIn } from '@/lib/server/session';
import { addMeetingAction } from './actions';

const TITLE = 'Add a meeting';
export const metadata: Metadata = { title: TITLE };

export default async function AddMeetingPage() {
  const { actor } = await signedIn();
  const { updatesDueDays, papersIssuedDays } = await currentBoard();
  return (
    <FormPage
      title={TITLE}
      crumbs={[{ label: 'Meetings', href: '/meetings' }]}
      back={{ label: 'Back to meetings', href: '/meetings' }}
      refused={can(actor, 'manageMeetings') ? null : ROLE_REFUSES}
    >
      <MeetingForm
        action={addMeetingAction}
        submissionId={randomUUID()}
        cancel="/meetings"
        rule={{ updatesDueDays, papersIssuedDays }}
        submit="Add meeting"
      />
    </FormPage>
  );
}
