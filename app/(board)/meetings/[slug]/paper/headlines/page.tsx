import type { Metadata } from 'next';
import { ROLE_REFUSES } from '@/components/forms/form-page';
import { HeadlineTable } from '@/components/paper-draft/headline-table';
import { Page } from '@/components/shell/page';
import { PageHeader } from '@/components/shell/page-header';
import { EmptyState } from '@/components/ui/empty-state';
import { ITEM_KINDS, KIND_NAMES } from '@/lib/domain/item';
import { meetingPath, meetingTitle } from '@/lib/domain/meeting-name';
import { paperPath } from '@/lib/domain/paper-path';
import { doneNotice } from '@/lib/server/done';
import type { MeetingPageProps } from '@/lib/server/meeting-page';
import { draftAt } from '@/lib/server/paper-page';

const TITLE = 'Printed headlines';
export const metadata: Metadata = { title: TITLE };

export default async function HeadlinesPage({ params, searchParams }: MeetingPageProps) {
  const { meeting, draft, keptFrom } = await draftAt((await params).slug);
  const done = await doneNotice(searchParams);
  const kinds = ITEM_KINDS.map((kind) => ({
    kind,
    headlines: draft?.headlines.filter((one) => one.kind === kind) ?? [],
  })).filter(({ headlines }) => headlines.length > 0);
  return (
    <Page done={done} width="page">
      <PageHeader
        trail={[
          { href: '/meetings', label: 'Meetings' },
          { href: meetingPath(meeting.slug), label: meetingTitle(meeting) },
          { href: paperPath(meeting.slug), label: 'Paper' },
        ]}
        title={TITLE}
        caption={meetingTitle(meeting)}
        lead={
          draft ? (
            <p>
              A headline can be worded otherwise for this paper alone. The register keeps its own,
              and the next paper prints that again.
            </p>
          ) : (
            <p>{keptFrom ?? ROLE_REFUSES}</p>
          )
        }
      />
      {kinds.map(({ kind, headlines }) => (
        <HeadlineTable
          key={kind}
          slug={meeting.slug}
          caption={KIND_NAMES[kind].many}
          headlines={headlines}
          mayEdit={draft?.mayEdit ?? false}
        />
      ))}
      {draft && kinds.length === 0 && (
        <EmptyState title="Nothing in the register has a headline yet">
          <p>A headline comes with the first status update of an item.</p>
        </EmptyState>
      )}
    </Page>
  );
}
