import { randomUUID } from 'node:crypto';
import type { Metadata } from 'next';
import { GeneratedNow } from '@/components/paper-draft/generated-now';
import { MarkdownNote } from '@/components/paper-draft/markdown-note';
import { PaperFormPage } from '@/components/paper-draft/paper-form-page';
import { ParagraphForm } from '@/components/paper-draft/paragraph-form';
import { paragraphName } from '@/lib/domain/paper-draft-view';
import { paperPath } from '@/lib/domain/paper-path';
import type { MeetingPageProps } from '@/lib/server/meeting-page';
import { draftAt, paragraphAt } from '@/lib/server/paper-page';
import { saveParagraphAction } from './actions';

interface Props extends MeetingPageProps {
  params: Promise<{ slug: string; key: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: await titleOf(await params) };
}

async function titleOf({ slug, key }: { slug: string; key: string }): Promise<string> {
  const { draft } = await draftAt(slug);
  return `Edit ${draft ? paragraphName(paragraphAt(draft, key)) : 'a paragraph'}`;
}

export default async function EditParagraphPage({ params }: Props) {
  const { slug, key } = await params;
  const { meeting, draft, keptFrom } = await draftAt(slug);
  const paragraph = draft && paragraphAt(draft, key);
  return (
    <PaperFormPage title={await titleOf({ slug, key })} meeting={meeting} keptFrom={keptFrom}>
      {draft && paragraph && (
        <ParagraphForm
          intro={
            <>
              <GeneratedNow paragraph={paragraph} />
              <MarkdownNote />
            </>
          }
          action={saveParagraphAction.bind(null, meeting.slug, paragraph.key)}
          submissionId={randomUUID()}
          basedOn={draft.number}
          cancel={paperPath(meeting.slug)}
          generated={paragraph.generated !== null}
          initial={{
            heading: paragraph.heading,
            words: paragraph.words,
            // What is generated for members is not what the public version has.
            public: paragraph.edited && paragraph.public ? 'yes' : undefined,
            seen: paragraph.seen,
          }}
        />
      )}
    </PaperFormPage>
  );
}
