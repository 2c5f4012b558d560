import type { Metadata } from 'next';
import { ReturnsTable } from '@/components/returns/returns-table';
import { Page } from '@/components/shell/page';
import { PageHeader } from '@/components/shell/page-header';
import { Day } from '@/components/ui/date';
import { EmptyState } from '@/components/ui/empty-state';
import { TextLink } from '@/components/ui/text-link';
import { getReturns } from '@/lib/data/returns';
import { meetingPath, meetingTitle } from '@/lib/domain/meeting-name';
import { waitingFor } from '@/lib/domain/returns';
import type { ReturnsView } from '@/lib/domain/returns-view';
import { found } from '@/lib/server/item-page';
import { type MeetingPageProps, meetingAt } from '@/lib/server/meeting-page';
import { signedIn } from '@/lib/server/session';

const TITLE = 'Updates for the meeting';

export async function generateMetadata({ params }: MeetingPageProps): Promise<Metadata> {
  return { title: `Updates: ${meetingTitle(await meetingAt((await params).slug))}` };
}

export default async function ReturnsPage({ params }: MeetingPageProps) {
  const context = await signedIn();
  const { slug } = await params;
  await meetingAt(slug);
  const view = await found(getReturns(context, slug));
  const { meeting, groups } = view;
  return (
    <Page width="page">
      <PageHeader
        trail={[
          { href: '/', label: 'Dashboard' },
          { href: '/meetings', label: 'Meetings' },
          { href: meetingPath(slug), label: meetingTitle(meeting) },
        ]}
        caption={meetingTitle(meeting)}
        title={TITLE}
        lead={
          <p>
            Updates due <Day date={meeting.updatesDue} />
          </p>
        }
      />
      {meeting.state === 'cancelled' ? (
        <EmptyState title="This meeting was cancelled: no updates are asked for it" />
      ) : (
        <>
          <Summary view={view} />
          {groups.length > 0 && <ReturnsTable groups={groups} />}
        </>
      )}
    </Page>
  );
}

function Summary({ view }: { view: ReturnsView }) {
  const { previous, meeting, groups } = view;
  const waiting = waitingFor(groups);
  const held = meeting.state === 'held';
  return (
    <div className="measure space-y-3">
      <p className="text-lg">
        {view.total === 0 ? (
          'Nothing that is open needs an update.'
        ) : (
          <>
            <strong>
              {view.in} of {view.total} in
            </strong>
            {waiting ? `; ${held ? 'missing' : 'waiting for'} ${waiting}.` : '.'}
          </>
        )}
      </p>
      <p className="text-muted">
        A status update counts when it was posted{' '}
        {previous ? (
          <>
            after the{' '}
            <TextLink href={meetingPath(previous.slug)}>
              meeting of <Day date={previous.date} />
            </TextLink>
          </>
        ) : (
          'since the register began'
        )}
        {held ? ', up to the end of the day of this one.' : '.'} Asked for are the recommendations
        we do not only watch, the commitments and the local actions that {held ? 'were' : 'are'}{' '}
        open.
        {held && ' This is how it stood then.'}
      </p>
    </div>
  );
}
