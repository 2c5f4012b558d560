import type { Metadata } from 'next';
import { AsAtPage } from '@/components/as-at/as-at-page';
import { showMoment } from '@/components/as-at/shown-moment';
import { VersionHistory } from '@/components/history/version-history';
import { MeetingFacts } from '@/components/meeting/meeting-facts';
import { MeetingLinks } from '@/components/meeting/meeting-links';
import { MeetingNeighbours } from '@/components/meeting/meeting-neighbours';
import { MeetingRecord } from '@/components/meeting/meeting-record';
import { MeetingStateTag } from '@/components/meeting/meeting-state';
import { Redactions } from '@/components/redaction/redactions';
import { PageHeader } from '@/components/shell/page-header';
import { LinkButton } from '@/components/ui/button';
import { ButtonRow } from '@/components/ui/button-row';
import { Section } from '@/components/ui/section';
import { TextLink } from '@/components/ui/text-link';
import { getMeetingRecord } from '@/lib/data/meeting-record-view';
import { countMeetingQuestions } from '@/lib/data/questions-view';
import { meetingPath, meetingTitle } from '@/lib/domain/meeting-name';
import { doneNotice } from '@/lib/server/done';
import { type MeetingPageProps, meetingThen } from '@/lib/server/meeting-page';
import { asked, titleAt } from '@/lib/server/reading';
import { signedIn } from '@/lib/server/session';

export async function generateMetadata({
  params,
  searchParams,
}: MeetingPageProps): Promise<Metadata> {
  const { meeting, at } = await meetingThen((await params).slug, await asked(searchParams));
  return { title: titleAt(at, meetingTitle(meeting)) };
}

export default async function MeetingPage({ params, searchParams }: MeetingPageProps) {
  await signedIn();
  const { meeting, at } = await meetingThen((await params).slug, await asked(searchParams));
  const { context, ...moment } = at;
  showMoment(moment.asAt);
  const record = await getMeetingRecord(context, meeting.slug);
  const questions = await countMeetingQuestions(context, meeting.slug);
  const done = await doneNotice(searchParams);
  const base = meetingPath(meeting.slug);
  const cancelled = meeting.state === 'cancelled';
  return (
    <AsAtPage
      done={done}
      moment={{ ...moment, address: base }}
      header={
        <PageHeader
          trail={[
            { href: '/', label: 'Dashboard' },
            { href: '/meetings', label: 'Meetings' },
          ]}
          title={meetingTitle(meeting)}
          lead={<MeetingStateTag state={meeting.state} />}
          actions={<MeetingNeighbours meeting={meeting} />}
        />
      }
    >
      <div className="grid items-start gap-x-12 gap-y-8 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="max-w-3xl space-y-6">
          <MeetingFacts meeting={meeting} />
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
        {!cancelled && <MeetingLinks meeting={meeting} questions={questions} />}
      </div>
      {!cancelled && (
        <Section id="record" title="Around this meeting">
          <div className="max-w-3xl">
            <MeetingRecord meeting={meeting} record={record} />
          </div>
        </Section>
      )}
      <Redactions redactions={meeting.redactions} />
      <Section id="history" title="History">
        <VersionHistory history={meeting.history} />
        {meeting.mayRedact && (
          <p className="text-sm print:hidden">
            <TextLink href={`${base}/redact`}>
              Redact something else recorded of this meeting
            </TextLink>
          </p>
        )}
      </Section>
    </AsAtPage>
  );
}
