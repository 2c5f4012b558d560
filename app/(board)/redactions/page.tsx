import type { Metadata } from 'next';
import { NotForYou } from '@/components/redaction/not-for-you';
import { RedactionTable } from '@/components/redaction/redaction-table';
import { Page } from '@/components/shell/page';
import { PageHeader } from '@/components/shell/page-header';
import { EmptyState } from '@/components/ui/empty-state';
import { Section } from '@/components/ui/section';
import { listRedactions } from '@/lib/data/redactions-view';
import { HAND_DAYS } from '@/lib/domain/independence';
import { can } from '@/lib/domain/permissions';
import { signedIn } from '@/lib/server/session';

const TITLE = 'Redactions';
export const metadata: Metadata = { title: TITLE };

export default async function RedactionsPage() {
  const context = await signedIn();
  if (!can(context.actor, 'redact')) {
    return <NotForYou title={TITLE} />;
  }
  const redactions = await listRedactions(context);
  const waiting = redactions.filter(({ outcome }) => !outcome);
  const answered = redactions.filter(({ outcome }) => outcome);
  return (
    <Page width="page">
      <PageHeader
        trail={[{ href: '/', label: 'Dashboard' }]}
        title={TITLE}
        lead={
          <p>
            What should never have been typed or uploaded is replaced by a line that says so. An
            administrator and a public-health officer do it together, two people: one asks, the
            other agrees. Neither has let the other in, or changed their roles or access, within{' '}
            {HAND_DAYS} days.
          </p>
        }
      />
      <Section id="waiting" title="Waiting for somebody to agree">
        {waiting.length > 0 ? (
          <RedactionTable caption="Redactions that wait for an answer" redactions={waiting} />
        ) : (
          <EmptyState title="None is waiting">
            <p>
              To ask for one, open the meeting or the history in which it stands and choose
              “Redact”.
            </p>
          </EmptyState>
        )}
      </Section>
      <Section id="answered" title="Answered">
        {answered.length > 0 ? (
          <RedactionTable caption="Redactions that were answered" redactions={answered} />
        ) : (
          <p className="text-muted">Nothing has been redacted yet.</p>
        )}
      </Section>
    </Page>
  );
}
