import type { Metadata } from 'next';
import { showMoment } from '@/components/as-at/shown-moment';
import { VersionHistory } from '@/components/history/version-history';
import { MeetingPartPage } from '@/components/meeting/meeting-part-page';
import { MinutesWords } from '@/components/minutes/minutes-words';
import { LinkButton } from '@/components/ui/button';
import { ButtonRow } from '@/components/ui/button-row';
import { EmptyState } from '@/components/ui/empty-state';
import { Section } from '@/components/ui/section';
import { Tag } from '@/components/ui/tag';
import { getMinutes } from '@/lib/data/minutes-view';
import { meetingPath, meetingTitle } from '@/lib/domain/meeting-name';
import { minutesStatus } from '@/lib/domain/minutes-view';
import { doneNotice } from '@/lib/server/done';
import { type MeetingPageProps, meetingThen } from '@/lib/server/meeting-page';
import { asked, titleAt } from '@/lib/server/reading';
import { signedIn } from '@/lib/server/session';

export async function generateMetadata({
  params,
  searchParams,
}: MeetingPageProps): Promise<Metadata> {
  const { meeting, at } = await meetingThen((await params).slug, await asked(searchParams));
  return { title: titleAt(at, `Minutes: ${meetingTitle(meeting)}`) };
}

export default async function MinutesPage({ params, searchParams }: MeetingPageProps) {
  await signedIn();
  const { meeting, at } = await meetingThen((await params).slug, await asked(searchParams));
  const { context, ...moment } = at;
  showMoment(moment.asAt);
  const { saved, draft, agreeable, history, begun } = await getMinutes(context, meeting.slug);
  const done = await doneNotice(searchParams);
  const base = `${meetingPath(meeting.slug)}/minutes`;
  return (
    <MeetingPartPage
      done={done}
      title="Minutes"
      meeting={meeting}
      moment={{ ...moment, address: base }}
      lead={saved && <Tag tone={saved.agreedAt ? 'neutral' : 'strong'}>{minutesStatus(saved)}</Tag>}
    >
      {(saved || draft) && (
        <ButtonRow>
          {draft && (
            <LinkButton href={`${base}/edit`}>
              {saved ? 'Edit the minutes' : 'Write the minutes'}
            </LinkButton>
          )}
          {agreeable.length > 0 && (
            <LinkButton href={`${base}/agree`} variant="secondary">
              Record that they were agreed
            </LinkButton>
          )}
          {saved && !moment.asAt && (
            <LinkButton href={`${base}.docx`} variant="secondary" download>
              Download as Word
            </LinkButton>
          )}
        </ButtonRow>
      )}
      {saved ? (
        <MinutesWords sections={saved.sections} />
      ) : (
        <EmptyState title="No minutes are written yet.">
          <p>
            {begun
              ? 'They are drafted from what is recorded of the meeting, by a public-health officer.'
              : 'They can be written from the day of the meeting on.'}
          </p>
        </EmptyState>
      )}
      {history.length > 0 && (
        <Section id="history" title="History">
          <VersionHistory history={history} />
        </Section>
      )}
    </MeetingPartPage>
  );
}
