import type { Metadata } from 'next';
import { ROLE_REFUSES } from '@/components/forms/form-page';
import { DraftHistory } from '@/components/paper-draft/draft-history';
import { Page } from '@/components/shell/page';
import { PageHeader } from '@/components/shell/page-header';
import { EmptyState } from '@/components/ui/empty-state';
import { Pagination } from '@/components/ui/pagination';
import { Section } from '@/components/ui/section';
import { getPaperHistory } from '@/lib/data/paper-drafts-view';
import { meetingPath, meetingTitle } from '@/lib/domain/meeting-name';
import { paperPath } from '@/lib/domain/paper-path';
import type { MeetingPageProps } from '@/lib/server/meeting-page';
import { draftAt } from '@/lib/server/paper-page';
import { signedIn } from '@/lib/server/session';
import { single } from '@/lib/server/way-back';

const TITLE = 'History of the draft';
export const metadata: Metadata = { title: TITLE };

export default async function PaperHistoryPage({ params, searchParams }: MeetingPageProps) {
  const context = await signedIn();
  const { meeting, draft, keptFrom } = await draftAt((await params).slug);
  const page = Number.parseInt(single((await searchParams).page) ?? '', 10) || 1;
  const history = draft && (await getPaperHistory(context, meeting.slug, page));
  const base = paperPath(meeting.slug);
  return (
    <Page width="page">
      <PageHeader
        trail={[
          { href: '/meetings', label: 'Meetings' },
          { href: meetingPath(meeting.slug), label: meetingTitle(meeting) },
          { href: base, label: 'Paper' },
        ]}
        title={TITLE}
        caption={meetingTitle(meeting)}
        lead={history ? undefined : <p>{keptFrom ?? ROLE_REFUSES}</p>}
      />
      {history && history.total > 0 && (
        <Section id="changes" title="Changes">
          <DraftHistory history={history.entries} />
          <Pagination {...history} href={(to) => `${base}/history?page=${to}`} />
        </Section>
      )}
      {history?.total === 0 && (
        <EmptyState title="Nobody has changed this draft yet">
          <p>It prints as it is generated from the register.</p>
        </EmptyState>
      )}
    </Page>
  );
}
