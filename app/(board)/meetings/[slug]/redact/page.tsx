import type { Metadata } from 'next';
import { HeldWords } from '@/components/redaction/held-words';
import { NotForYou } from '@/components/redaction/not-for-you';
import { RedactLink } from '@/components/redaction/redact-link';
import { Page } from '@/components/shell/page';
import { PageHeader } from '@/components/shell/page-header';
import { EmptyState } from '@/components/ui/empty-state';
import { listMeetingRedactables } from '@/lib/data/meeting-redactables';
import { meetingPath, meetingTitle } from '@/lib/domain/meeting-name';
import { can } from '@/lib/domain/permissions';
import { type MeetingPageProps, meetingAt } from '@/lib/server/meeting-page';
import { signedIn } from '@/lib/server/session';

const TITLE = 'Redact what was recorded';

export async function generateMetadata({
  params,
}: Pick<MeetingPageProps, 'params'>): Promise<Metadata> {
  return { title: `${TITLE}: ${meetingTitle(await meetingAt((await params).slug))}` };
}

export default async function RedactMeetingPage({ params }: Pick<MeetingPageProps, 'params'>) {
  const context = await signedIn();
  if (!can(context.actor, 'redact')) return <NotForYou title={TITLE} />;
  const meeting = await meetingAt((await params).slug);
  const entries = await listMeetingRedactables(context, meeting.slug);
  return (
    <Page width="page">
      <PageHeader
        trail={[
          { href: '/', label: 'Dashboard' },
          { href: '/meetings', label: 'Meetings' },
          { href: meetingPath(meeting.slug), label: meetingTitle(meeting) },
        ]}
        title={TITLE}
        caption={meetingTitle(meeting)}
        lead={
          <p>
            Attendance, declarations, actions, acknowledgements and decisions. The minutes and the
            meeting itself are redacted from their histories.
          </p>
        }
      />
      {entries.length > 0 ? (
        <ul className="border-t border-line">
          {entries.map(({ code, title, fields }) => (
            <li key={code} className="space-y-3 border-b border-line py-5">
              <h2 className="text-lg">{title}</h2>
              <HeldWords fields={fields} />
              <RedactLink href={`/redactions/new?subject=${code}`} context={title} />
            </li>
          ))}
        </ul>
      ) : (
        <EmptyState title="Nothing has been typed around this meeting" />
      )}
    </Page>
  );
}
