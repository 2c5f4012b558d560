import { randomUUID } from 'node:crypto';
import type { Metadata } from 'next';
import { AsAtPage } from '@/components/as-at/as-at-page';
import { showMoment } from '@/components/as-at/shown-moment';
import { AwaitingItem } from '@/components/decision/awaiting-item';
import { DecisionList } from '@/components/decision/decision-list';
import { DecisionsForm } from '@/components/decision/decisions-form';
import { PageHeader } from '@/components/shell/page-header';
import { LinkButton } from '@/components/ui/button';
import { Section } from '@/components/ui/section';
import { getMeetingDecisions } from '@/lib/data/decisions-view';
import { defaultMinuteReference } from '@/lib/domain/decision';
import { meetingPath, meetingTitle } from '@/lib/domain/meeting-name';
import { doneNotice } from '@/lib/server/done';
import { found } from '@/lib/server/item-page';
import { type MeetingPageProps, meetingAt } from '@/lib/server/meeting-page';
import { reading, titleAt } from '@/lib/server/reading';
import { signedIn } from '@/lib/server/session';
import { recordDecisionsAction } from './actions';

export async function generateMetadata({
  params,
  searchParams,
}: MeetingPageProps): Promise<Metadata> {
  const meeting = await meetingAt((await params).slug);
  return { title: titleAt(await reading(searchParams), `Decisions: ${meetingTitle(meeting)}`) };
}

export default async function DecisionsPage({ params, searchParams }: MeetingPageProps) {
  await signedIn();
  const { slug } = await params;
  await meetingAt(slug);
  const { context, ...at } = await reading(searchParams);
  showMoment(at.asAt);
  const view = await found(getMeetingDecisions(context, slug));
  const { meeting, awaiting, decisions, reported, closed, mayDecide } = view;
  const base = meetingPath(slug);
  const done = await doneNotice(searchParams);
  const nextReference = defaultMinuteReference({ meeting: slug }, decisions.length + 1);
  return (
    <AsAtPage
      done={done}
      moment={{ ...at, address: `${base}/decisions` }}
      header={
        <PageHeader
          trail={[
            { href: '/', label: 'Dashboard' },
            { href: '/meetings', label: 'Meetings' },
            { href: base, label: meetingTitle(meeting) },
          ]}
          title="Decisions"
          caption={meetingTitle(meeting)}
        />
      }
    >
      <Section
        id="awaiting"
        title="Awaiting a decision"
        intro={
          awaiting.length > 0 && closed
            ? `${closed}. Until then, this is what will be asked of the board.`
            : undefined
        }
      >
        {awaiting.length === 0 ? (
          <p className="text-muted">
            {closed && meeting.state === 'cancelled'
              ? `${closed}.`
              : 'Nothing that was proposed awaits this meeting.'}
          </p>
        ) : mayDecide ? (
          <DecisionsForm
            // Drawn anew after each pass: what was ticked for one is not meant for the next.
            key={decisions.length}
            awaiting={awaiting}
            nextReference={nextReference}
            action={recordDecisionsAction.bind(null, slug)}
            submissionId={randomUUID()}
          />
        ) : (
          <ol className="space-y-8">
            {awaiting.map((one) => (
              <li key={one.item.id}>
                <AwaitingItem awaiting={one} />
              </li>
            ))}
          </ol>
        )}
      </Section>
      <Section
        id="decided"
        title="Decided at this meeting"
        actions={
          mayDecide && (
            <LinkButton href={`${base}/decisions/other`} variant="secondary">
              Record another decision
            </LinkButton>
          )
        }
      >
        {decisions.length === 0 ? (
          <p className="text-muted">No decision of this meeting has been recorded.</p>
        ) : (
          <DecisionList decisions={decisions} />
        )}
      </Section>
      <Section
        id="reported"
        title="Reported to this meeting"
        intro="Decided under delegation since the meeting before."
      >
        {reported.length === 0 ? (
          <p className="text-muted">Nothing was decided under delegation.</p>
        ) : (
          <DecisionList decisions={reported} />
        )}
      </Section>
    </AsAtPage>
  );
}
