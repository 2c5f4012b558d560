import { randomUUID } from 'node:crypto';
import type { Metadata } from 'next';
import { NoteForm } from '@/components/decision/note-form';
import { FormPage, ROLE_REFUSES } from '@/components/forms/form-page';
import { getMeetingDecisions } from '@/lib/data/decisions-view';
import { defaultMinuteReference } from '@/lib/domain/decision';
import { meetingPath, meetingTitle } from '@/lib/domain/meeting-name';
import { found } from '@/lib/server/item-page';
import { type MeetingPageProps, meetingAt } from '@/lib/server/meeting-page';
import { signedIn } from '@/lib/server/session';
import { noteDecisionAction } from './actions';

const TITLE = 'Record another decision';

export async function generateMetadata({ params }: MeetingPageProps): Promise<Metadata> {
  return { title: `${TITLE}: ${meetingTitle(await meetingAt((await params).slug))}` };
}

export default async function OtherDecisionPage({ params }: MeetingPageProps) {
  const context = await signedIn();
  const { slug } = await params;
  const { meeting, decisions, closed, mayDecide } = await found(getMeetingDecisions(context, slug));
  const back = `${meetingPath(slug)}/decisions`;
  return (
    <FormPage
      title={TITLE}
      caption={meetingTitle(meeting)}
      crumbs={[
        { href: '/meetings', label: 'Meetings' },
        { href: meetingPath(slug), label: meetingTitle(meeting) },
        { href: back, label: 'Decisions' },
      ]}
      refused={closed ? `${closed}.` : mayDecide ? null : ROLE_REFUSES}
      back={{ href: back, label: 'Back to the decisions' }}
    >
      <NoteForm
        intro={
          <p className="measure">
            For what the board decided that nobody had proposed about a recommendation, a commitment
            or a local action.
          </p>
        }
        nextReference={defaultMinuteReference({ meeting: slug }, decisions.length + 1)}
        action={noteDecisionAction.bind(null, slug)}
        submissionId={randomUUID()}
        cancel={back}
      />
    </FormPage>
  );
}
