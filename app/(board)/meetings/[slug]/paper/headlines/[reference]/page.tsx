import { randomUUID } from 'node:crypto';
import type { Metadata } from 'next';
import { SendForm } from '@/components/forms/send-form';
import { HeadlineForm } from '@/components/paper-draft/headline-form';
import { PaperFormPage } from '@/components/paper-draft/paper-form-page';
import { Button } from '@/components/ui/button';
import { SummaryList } from '@/components/ui/summary-list';
import { parseReference } from '@/lib/domain/item';
import { paperPath } from '@/lib/domain/paper-path';
import { nothingAt } from '@/lib/server/item-page';
import type { MeetingPageProps } from '@/lib/server/meeting-page';
import { draftAt } from '@/lib/server/paper-page';
import { restoreHeadlineAction, saveHeadlineAction } from './actions';

interface Props extends MeetingPageProps {
  params: Promise<{ slug: string; reference: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: titleOf((await params).reference) };
}

const titleOf = (reference: string) => `Headline of ${parseReference(reference) ?? 'an item'}`;

export default async function HeadlinePage({ params }: Props) {
  const { slug, reference: asked } = await params;
  const { meeting, draft, keptFrom } = await draftAt(slug);
  const reference = parseReference(asked);
  const headline = draft?.headlines.find((one) => one.reference === reference);
  if (draft && !headline) nothingAt();
  return (
    <PaperFormPage title={titleOf(asked)} meeting={meeting} keptFrom={keptFrom}>
      {draft && headline && (
        <>
          <SummaryList
            rows={[
              { label: 'Item', value: `${headline.reference} ${headline.shortTitle}` },
              { label: 'In the register', value: <bdi>{headline.headline}</bdi> },
            ]}
          />
          <HeadlineForm
            action={saveHeadlineAction.bind(null, meeting.slug, headline.reference)}
            submissionId={randomUUID()}
            basedOn={draft.number}
            cancel={`${paperPath(meeting.slug)}/headlines`}
            initial={{ words: headline.printed ?? headline.headline }}
          />
          {headline.printed !== null && (
            <SendForm action={restoreHeadlineAction.bind(null, meeting.slug, headline.reference)}>
              <input type="hidden" name="submissionId" value={randomUUID()} />
              <input type="hidden" name="basedOn" value={draft.number} />
              <Button variant="secondary">Print it as the register has it</Button>
            </SendForm>
          )}
        </>
      )}
    </PaperFormPage>
  );
}
