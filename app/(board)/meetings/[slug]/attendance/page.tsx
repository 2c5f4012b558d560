import type { Metadata } from 'next';
import { showMoment } from '@/components/as-at/shown-moment';
import { AttendanceTable } from '@/components/attendance/attendance-table';
import { DeclarationList } from '@/components/attendance/declaration-list';
import { by } from '@/components/item/by';
import { MeetingPartPage } from '@/components/meeting/meeting-part-page';
import { LinkButton } from '@/components/ui/button';
import { Moment } from '@/components/ui/date';
import { EmptyState } from '@/components/ui/empty-state';
import { Prose } from '@/components/ui/prose';
import { Section } from '@/components/ui/section';
import { TextLink } from '@/components/ui/text-link';
import { getAttendance } from '@/lib/data/attendance-view';
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
  return { title: titleAt(at, `Attendance: ${meetingTitle(meeting)}`) };
}

export default async function AttendancePage({ params, searchParams }: MeetingPageProps) {
  await signedIn();
  const { meeting, at } = await meetingThen((await params).slug, await asked(searchParams));
  const { context, ...moment } = at;
  showMoment(moment.asAt);
  const view = await getAttendance(context, meeting.slug);
  const done = await doneNotice(searchParams);
  const base = `${meetingPath(meeting.slug)}/attendance`;
  return (
    <MeetingPartPage
      done={done}
      title="Attendance"
      meeting={meeting}
      moment={{ ...moment, address: base }}
      lead={
        view.recorded && (
          <p>
            Recorded <Moment at={view.recorded.at} /> by {by(view.recorded.author) ?? 'the system'}.
          </p>
        )
      }
      actions={
        view.mayManage &&
        !view.cancelled && (
          <LinkButton href={`${base}/record`}>
            {view.begun ? 'Record attendance' : 'Record apologies'}
          </LinkButton>
        )
      }
    >
      {view.cancelled && <p className="text-lg">This meeting is cancelled.</p>}
      {view.entries.length > 0 ? (
        <AttendanceTable entries={view.entries} />
      ) : (
        <EmptyState title="The board had no recorded members on that day.">
          <p>
            Attendance is recorded of the{' '}
            <TextLink href="/meetings/members">members of the board</TextLink>.
          </p>
        </EmptyState>
      )}
      <Section id="others" title="Others present">
        {view.othersPresent ? (
          <Prose text={view.othersPresent} />
        ) : (
          <p className="text-muted">Nobody else is recorded.</p>
        )}
      </Section>
      <Section id="declarations" title="Declarations of interest">
        {view.declarations.length > 0 ? (
          <DeclarationList declarations={view.declarations} />
        ) : (
          <p className="text-muted">None is recorded.</p>
        )}
      </Section>
    </MeetingPartPage>
  );
}
