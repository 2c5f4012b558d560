import { randomUUID } from 'node:crypto';
import type { Metadata } from 'next';
import { MarkdownNote } from '@/components/paper-draft/markdown-note';
import { PaperFormPage } from '@/components/paper-draft/paper-form-page';
import { ParagraphForm } from '@/components/paper-draft/paragraph-form';
import { PAPER_SECTIONS } from '@/lib/domain/paper-frame';
import { paperPath } from '@/lib/domain/paper-path';
import type { MeetingPageProps } from '@/lib/server/meeting-page';
import { draftAt } from '@/lib/server/paper-page';
import { single } from '@/lib/server/way-back';
import { addParagraphAction } from './actions';

const TITLE = 'Add a paragraph';
export const metadata: Metadata = { title: TITLE };

export default async function NewParagraphPage({ params, searchParams }: MeetingPageProps) {
  const { meeting, draft, keptFrom } = await draftAt((await params).slug);
  const asked = single((await searchParams).section);
  return (
    <PaperFormPage title={TITLE} meeting={meeting} keptFrom={keptFrom}>
      {draft && (
        <ParagraphForm
          intro={
            <>
              <p className="measure">
                It stands last in its section until you move it, and is in the next paper too until
                somebody removes it. In section 3 each paragraph is one decision for the board.
              </p>
              <MarkdownNote />
            </>
          }
          action={addParagraphAction.bind(null, meeting.slug)}
          submissionId={randomUUID()}
          basedOn={draft.number}
          cancel={paperPath(meeting.slug)}
          generated={false}
          sections={draft.sections.map(({ number, heading }) => ({
            value: number,
            label: `${number}. ${heading}`,
          }))}
          initial={{ section: PAPER_SECTIONS.find((section) => section === asked) }}
        />
      )}
    </PaperFormPage>
  );
}
