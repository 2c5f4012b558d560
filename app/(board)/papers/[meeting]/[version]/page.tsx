import type { Metadata } from 'next';
import { PaperView } from '@/components/paper/paper-view';
import { Announce } from '@/components/paper-issue/announce';
import { ChangedSince } from '@/components/paper-issue/changed-since';
import { IssueFacts } from '@/components/paper-issue/issue-facts';
import { Page } from '@/components/shell/page';
import { PageHeader } from '@/components/shell/page-header';
import { LinkButton } from '@/components/ui/button';
import { Notification } from '@/components/ui/notification';
import { formatDate } from '@/lib/domain/dates';
import { meetingPath } from '@/lib/domain/meeting-name';
import { issueName, issuePath } from '@/lib/domain/paper-issue';
import { announcement } from '@/lib/domain/paper-mail';
import { drawCharts } from '@/lib/papers/chart';
import { doneNotice } from '@/lib/server/done';
import { env } from '@/lib/server/env';
import { type IssuedPageProps, issuedPaperAt } from '@/lib/server/issued-page';

interface Props extends IssuedPageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata({ params }: IssuedPageProps): Promise<Metadata> {
  const { meeting, version } = await params;
  const issue = await issuedPaperAt(meeting, version);
  return { title: `${issueName(issue)}, paper of ${formatDate(issue.meeting.date)}` };
}

export default async function IssuedPaperPage({ params, searchParams }: Props) {
  const { meeting, version } = await params;
  const issue = await issuedPaperAt(meeting, version);
  const { model } = issue;
  const done = await doneNotice(searchParams);
  const day = formatDate(issue.meeting.date);
  const address = `${env().appUrl}${issuePath(issue.meeting.slug, issue)}`;
  return (
    <Page done={done} width="page">
      <PageHeader
        trail={[
          { href: '/', label: 'Dashboard' },
          { href: '/papers', label: 'Issued papers' },
          { href: meetingPath(issue.meeting.slug), label: `Meeting of ${day}` },
        ]}
        title={model?.title ?? `Paper for the meeting of ${day}`}
        caption={`${issueName(issue)}${issue.audience === 'public' ? ', public version' : ''}`}
      />
      <div className="max-w-3xl space-y-5 print:hidden">
        {issue.newerFormat && (
          <Notification tone="warning" title="This paper cannot be shown as a page here">
            <p>
              A newer version of the tracker issued it. Its files are below, as they were issued.
            </p>
          </Notification>
        )}
        <IssueFacts issue={issue} />
        {model && <ChangedSince model={model} changed={issue.changed} />}
        {issue.mayWithdraw && issue.publicModel && (
          <Announce announcement={announcement(issue.publicModel, address)} />
        )}
        {issue.mayWithdraw && (
          <p className="flex flex-wrap gap-3">
            <LinkButton href={`${meetingPath(issue.meeting.slug)}/paper`} variant="secondary">
              Correct it, or add to it
            </LinkButton>
            <LinkButton href={`${issuePath(issue.meeting.slug, issue)}/withdraw`} variant="quiet">
              Withdraw this paper
            </LinkButton>
          </p>
        )}
      </div>
      {model && <PaperView model={model} charts={drawCharts(model)} changed={issue.changed} />}
    </Page>
  );
}
