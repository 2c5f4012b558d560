import type { Metadata } from 'next';
import { DecisionEntry } from '@/components/decision/decision-entry';
import { Page } from '@/components/shell/page';
import { PageHeader } from '@/components/shell/page-header';
import { LinkButton } from '@/components/ui/button';
import { decisionPath } from '@/lib/domain/decision';
import { meetingPath, meetingTitle } from '@/lib/domain/meeting-name';
import { type DecisionPageProps, decisionAt } from '@/lib/server/decision-page';
import { doneNotice } from '@/lib/server/done';
import { signedIn } from '@/lib/server/session';

export async function generateMetadata({ params }: DecisionPageProps): Promise<Metadata> {
  return { title: `Decision ${(await decisionAt((await params).id)).minuteReference}` };
}

export default async function DecisionPage({ params, searchParams }: DecisionPageProps) {
  await signedIn();
  const decision = await decisionAt((await params).id);
  const done = await doneNotice(searchParams);
  const { meeting } = decision;
  return (
    <Page done={done}>
      <PageHeader
        trail={[
          { href: '/', label: 'Dashboard' },
          { href: '/meetings', label: 'Meetings' },
          ...(meeting
            ? [
                { href: meetingPath(meeting.slug), label: meetingTitle(meeting) },
                { href: `${meetingPath(meeting.slug)}/decisions`, label: 'Decisions' },
              ]
            : []),
        ]}
        caption="Decision"
        title={decision.minuteReference}
      />
      <DecisionEntry decision={decision} about />
      {decision.mayDecide && !decision.supersededBy && (
        <div className="space-y-3 border-t border-line pt-6 print:hidden">
          <p className="measure">
            A decision is never rewritten. If this one is mistaken, another is recorded in its
            place, and both stay to be read.
          </p>
          <LinkButton href={`${decisionPath(decision.id)}/supersede`} variant="secondary">
            Supersede this decision
          </LinkButton>
        </div>
      )}
    </Page>
  );
}
