import { randomUUID } from 'node:crypto';
import type { Metadata } from 'next';
import { FrontForm } from '@/components/paper-draft/front-form';
import { PaperFormPage } from '@/components/paper-draft/paper-form-page';
import { paperPath } from '@/lib/domain/paper-path';
import type { MeetingPageProps } from '@/lib/server/meeting-page';
import { draftAt } from '@/lib/server/paper-page';
import { saveFrontAction } from './actions';

const TITLE = 'Edit the front block';
export const metadata: Metadata = { title: TITLE };

export default async function PaperFrontPage({ params }: MeetingPageProps) {
  const { meeting, draft, keptFrom } = await draftAt((await params).slug);
  return (
    <PaperFormPage title={TITLE} meeting={meeting} keptFrom={keptFrom}>
      {draft && (
        <FrontForm
          action={saveFrontAction.bind(null, meeting.slug)}
          submissionId={randomUUID()}
          basedOn={draft.number}
          cancel={paperPath(meeting.slug)}
          initial={{ ...draft.front }}
        />
      )}
    </PaperFormPage>
  );
}
