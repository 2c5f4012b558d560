import { randomUUID } from 'node:crypto';
import type { Metadata } from 'next';
import { ClearForm } from '@/components/paper-draft/clear-form';
import { MovedSince } from '@/components/paper-draft/draft-state';
import { PaperFormPage } from '@/components/paper-draft/paper-form-page';
import { paperPath } from '@/lib/domain/paper-path';
import type { MeetingPageProps } from '@/lib/server/meeting-page';
import { draftAt } from '@/lib/server/paper-page';
import { clearPaperAction } from './actions';

const TITLE = 'Clear the draft';
export const metadata: Metadata = { title: TITLE };

export default async function ClearPaperPage({ params }: MeetingPageProps) {
  const { meeting, draft, keptFrom } = await draftAt((await params).slug);
  const cleared = draft?.cleared ? 'This draft is cleared already.' : null;
  return (
    <PaperFormPage title={TITLE} meeting={meeting} keptFrom={keptFrom ?? cleared}>
      {draft && (
        <ClearForm
          intro={
            <>
              <p className="measure">
                The paper prints who cleared it. Any change after that makes it a draft again; the
                register’s own figures still move until the paper is issued.
              </p>
              <MovedSince draft={draft} href={paperPath(meeting.slug)} />
            </>
          }
          action={clearPaperAction.bind(null, meeting.slug)}
          submissionId={randomUUID()}
          basedOn={draft.number}
          cancel={paperPath(meeting.slug)}
        />
      )}
    </PaperFormPage>
  );
}
