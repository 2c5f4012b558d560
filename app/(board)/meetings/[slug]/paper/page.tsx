import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { DraftState, MovedSince } from '@/components/paper-draft/draft-state';
import { DraftView } from '@/components/paper-draft/draft-view';
import { NotIssued } from '@/components/paper-draft/not-issued';
import { PaperDownloads } from '@/components/paper-draft/paper-downloads';
import { Page } from '@/components/shell/page';
import { PageHeader } from '@/components/shell/page-header';
import { LinkButton } from '@/components/ui/button';
import { ButtonRow } from '@/components/ui/button-row';
import { Notification } from '@/components/ui/notification';
import { TextLink } from '@/components/ui/text-link';
import { formatDate } from '@/lib/domain/dates';
import { meetingPath, meetingTitle } from '@/lib/domain/meeting-name';
import type { PaperDraftView } from '@/lib/domain/paper-draft-view';
import { type IssueKey, issueName, issuePath } from '@/lib/domain/paper-issue';
import { paperPath } from '@/lib/domain/paper-path';
import { drawCharts } from '@/lib/papers/chart';
import { doneNotice } from '@/lib/server/done';
import { type MeetingPageProps, meetingAt } from '@/lib/server/meeting-page';
import { draftAt } from '@/lib/server/paper-page';
import { single } from '@/lib/server/way-back';
import { stepAction } from './actions';

const NOT_DONE: Record<string, string> = {
  changed:
    'Somebody else changed this draft while you had it open. Nothing of yours was done: this is the draft as it is now',
  refused: 'That could not be done any more: this is the draft as it is now',
};

export async function generateMetadata({
  params,
}: Pick<MeetingPageProps, 'params'>): Promise<Metadata> {
  return { title: `Paper: ${meetingTitle(await meetingAt((await params).slug))}` };
}

export default async function PaperPage({ params, searchParams }: MeetingPageProps) {
  const { meeting, draft, keptFrom, issued } = await draftAt((await params).slug);
  // Whoever only reads it gets what was issued; officers go on with the draft, for a correction.
  if (issued && !draft) redirect(issuePath(meeting.slug, issued));
  const query = await searchParams;
  const done = await doneNotice(searchParams);
  const about = single(query.paragraph);
  const known = draft?.sections.some(({ paragraphs }) =>
    paragraphs.some(({ key }) => key === about),
  );
  const notDone = NOT_DONE[single(query['not-done']) ?? ''];
  const caption = `Paper for the meeting of ${formatDate(meeting.date)}`;
  return (
    <Page width="page" done={known ? null : done}>
      {notDone && <Notification tone="warning" title={notDone} />}
      <PageHeader
        trail={[
          { href: '/', label: 'Dashboard' },
          { href: '/meetings', label: 'Meetings' },
          { href: meetingPath(meeting.slug), label: meetingTitle(meeting) },
        ]}
        title={draft?.model.title ?? 'Paper'}
        caption={caption}
      />
      {draft ? (
        <>
          <DraftTools draft={draft} issued={issued} />
          <DraftView
            draft={draft}
            charts={drawCharts(draft.model)}
            step={draft.mayEdit ? (key) => stepAction.bind(null, draft.slug, key) : null}
            done={done && about && known ? { key: about, done } : null}
          />
        </>
      ) : (
        <NotIssued meeting={meeting} keptFrom={keptFrom} />
      )}
    </Page>
  );
}

/** What concerns the whole draft: its state, its files, and what can be changed of it. */
function DraftTools({ draft, issued }: { draft: PaperDraftView; issued: IssueKey | null }) {
  const base = paperPath(draft.slug);
  const ready = draft.mayEdit && draft.cleared;
  return (
    <div className="max-w-3xl space-y-5 print:hidden">
      {issued && (
        <Notification title={`${issueName(issued)} was issued`}>
          <p>
            <TextLink href={issuePath(draft.slug, issued)}>Read it as it was issued</TextLink>. This
            is the draft of a correction, should one be needed.
          </p>
        </Notification>
      )}
      <DraftState draft={draft} />
      <MovedSince draft={draft} href={base} />
      <ButtonRow>
        {draft.mayEdit && !draft.cleared && (
          <LinkButton href={`${base}/clear`}>Clear this draft</LinkButton>
        )}
        {ready && (
          <LinkButton href={`${base}/issue`}>
            {issued ? 'Issue a correction' : 'Issue the paper'}
          </LinkButton>
        )}
        {ready && issued && (
          <LinkButton href={`${base}/issue?kind=addendum`} variant="secondary">
            Issue an addendum
          </LinkButton>
        )}
        {draft.mayEdit && (
          <LinkButton href={`${base}/front`} variant="secondary">
            Edit the front block
          </LinkButton>
        )}
        <LinkButton href={`${base}/headlines`} variant="secondary">
          Printed headlines
        </LinkButton>
        <LinkButton href={`${base}/history`} variant="quiet">
          History of this draft
        </LinkButton>
      </ButtonRow>
      <PaperDownloads draft={draft} />
    </div>
  );
}
