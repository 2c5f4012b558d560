import type { Metadata } from 'next';
import { VersionHistory } from '@/components/history/version-history';
import { MeetingFacts } from '@/components/meeting/meeting-facts';
import { MeetingNeighbours } from '@/components/meeting/meeting-neighbours';
import { MeetingStateTag } from '@/components/meeting/meeting-state';
import { Page } from '@/components/shell/page';
import { PageHeader } from '@/components/shell/page-header';
import { LinkButton } from '@/components/ui/button';
import { ButtonRow } from '@/components/ui/button-row';
import { Notification } from '@/components/ui/notification';
import { Section } from '@/components/ui/section';
import { TextLink } from '@/components/ui/text-link';
import { asAtMeeting, keepAsAt } from '@/lib/domain/as-at';
import { meetingPath, meetingTitle } from '@/lib/domain/meeting-name';
import { notice } from '@/lib/domain/notices';
import { type MeetingPageProps, meetingAt } from '@/lib/server/meeting-page';
import { signedIn } from '@/lib/server/session';

export async function generateMetadata({
  params,
}: Pick<MeetingPageProps, 'params'>): Promise<Metadata> {
  return { title: meetingTitle(await meetingAt((await params).slug)) };
}

export default async function MeetingPage({ params, searchParams }: MeetingPageProps) {
  await signedIn();
  const meeting = await meetingAt((await params).slug);
  const done = notice((await searchParams).done);
  const base = meetingPath(meeting.slug);
  const cancelled = meeting.state === 'cancelled';
  return (
    <Page>
      {done && <Notification tone="success" title={done} />}
      <PageHeader
        trail={[
          { href: '/', label: 'Dashboard' },
          { href: '/meetings', label: 'Meetings' },
        ]}
        title={meetingTitle(meeting)}
        lead={<MeetingStateTag state={meeting.state} />}
        actions={<MeetingNeighbours meeting={meeting} />}
      />
      <div className="max-w-3xl space-y-6">
        <MeetingFacts meeting={meeting} />
        {meeting.state === 'held' && (
          <p>
            <TextLink href={keepAsAt('/', asAtMeeting(meeting.slug))}>
              See the register as at this meeting
            </TextLink>
          </p>
        )}
        {!cancelled && (
          <p>
            <TextLink href={`${base}/decisions`}>Decisions of this meeting</TextLink>
          </p>
        )}
        {meeting.mayManage && (
          <ButtonRow>
            {!cancelled && <LinkButton href={`${base}/edit`}>Change this meeting</LinkButton>}
            {!cancelled && !meeting.over && (
              <LinkButton href={`${base}/cancel`} variant="secondary">
                Cancel this meeting
              </LinkButton>
            )}
            {cancelled && !meeting.over && (
              <LinkButton href={`${base}/restore`}>Put this meeting back on</LinkButton>
            )}
          </ButtonRow>
        )}
      </div>
      <Section id="history" title="History">
        <VersionHistory history={meeting.history} />
      </Section>
    </Page>
  );
}
