import type { Metadata } from 'next';
import { showMoment } from '@/components/as-at/shown-moment';
import { MeetingPartPage } from '@/components/meeting/meeting-part-page';
import { MeetingActionTable } from '@/components/meeting-action/meeting-action-table';
import { LinkButton } from '@/components/ui/button';
import { Section } from '@/components/ui/section';
import { getMeetingActions } from '@/lib/data/meeting-actions-view';
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
  return { title: titleAt(at, `Meeting actions: ${meetingTitle(meeting)}`) };
}

export default async function MeetingActionsPage({ params, searchParams }: MeetingPageProps) {
  await signedIn();
  const { meeting, at } = await meetingThen((await params).slug, await asked(searchParams));
  const { context, ...moment } = at;
  showMoment(moment.asAt);
  const view = await getMeetingActions(context, meeting.slug);
  const done = await doneNotice(searchParams);
  const base = `${meetingPath(meeting.slug)}/actions`;
  return (
    <MeetingPartPage
      done={done}
      title="Meeting actions"
      meeting={meeting}
      moment={{ ...moment, address: base }}
      lead={<p>What the board asked of people. Each is carried forward until it is done.</p>}
      actions={
        view.mayManage &&
        view.begun &&
        !view.cancelled && <LinkButton href={`${base}/new`}>Open a meeting action</LinkButton>
      }
    >
      <Section id="carried" title="Carried forward">
        {view.carried.length > 0 ? (
          <MeetingActionTable
            caption="Meeting actions carried forward"
            actions={view.carried}
            from
          />
        ) : (
          <p className="text-muted">No earlier meeting left one open.</p>
        )}
      </Section>
      <Section id="opened" title="Opened at this meeting">
        {view.opened.length > 0 ? (
          <MeetingActionTable
            caption="Meeting actions opened at this meeting"
            actions={view.opened}
          />
        ) : (
          <p className="text-muted">{view.begun ? 'None.' : 'The meeting is still to come.'}</p>
        )}
      </Section>
    </MeetingPartPage>
  );
}
