import type { Metadata } from 'next';
import { MeetingTable } from '@/components/meeting/meeting-table';
import { Page } from '@/components/shell/page';
import { PageHeader } from '@/components/shell/page-header';
import { LinkButton } from '@/components/ui/button';
import { Section } from '@/components/ui/section';
import { TextLink } from '@/components/ui/text-link';
import { listMeetings } from '@/lib/data/meetings-view';
import { can } from '@/lib/domain/permissions';
import { signedIn } from '@/lib/server/session';

export const metadata: Metadata = { title: 'Meetings' };

export default async function MeetingsPage() {
  const context = await signedIn();
  const meetings = await listMeetings(context);
  const may = can(context.actor, 'manageMeetings');
  const toCome = meetings.filter(({ over }) => !over);
  const past = meetings.filter(({ over }) => over).reverse();
  return (
    <Page width="page">
      <PageHeader
        trail={[{ href: '/', label: 'Dashboard' }]}
        title="Meetings"
        lead={
          <p>
            When the board meets, and by when updates and papers are due. See also the{' '}
            <TextLink href="/meetings/members">members of the board</TextLink> and the{' '}
            <TextLink href="/meetings/actions">open meeting actions</TextLink>.
          </p>
        }
        actions={may && <LinkButton href="/meetings/new">Add a meeting</LinkButton>}
      />
      <Section id="to-come" title="To come">
        {toCome.length > 0 ? (
          <MeetingTable caption="Meetings to come" meetings={toCome} />
        ) : (
          <p className="text-muted">
            No meeting is set.{' '}
            {may ? 'Add the next one.' : 'A public-health officer of the board can add the next.'}
          </p>
        )}
      </Section>
      <Section id="past" title="Past">
        {past.length > 0 ? (
          <MeetingTable caption="Past meetings" meetings={past} />
        ) : (
          <p className="text-muted">None is recorded yet.</p>
        )}
      </Section>
    </Page>
  );
}
