import type { Metadata } from 'next';
import { MovementCounts } from '@/components/movement/movement-counts';
import { MovementForm } from '@/components/movement/movement-form';
import { groupedBy, MovementTable } from '@/components/movement/movement-table';
import { Page } from '@/components/shell/page';
import { PageHeader } from '@/components/shell/page-header';
import { Details } from '@/components/ui/details';
import { Notification } from '@/components/ui/notification';
import { Section } from '@/components/ui/section';
import { formatDate } from '@/lib/domain/dates';
import { meetingPath, meetingTitle } from '@/lib/domain/meeting-name';
import { MOVEMENT_NAMES } from '@/lib/domain/movement';
import { type MomentView, movementAddress } from '@/lib/domain/movement-view';
import { type MeetingPageProps, meetingAt } from '@/lib/server/meeting-page';
import { movementReading } from '@/lib/server/movement-page';
import { signedIn } from '@/lib/server/session';

export async function generateMetadata({ params }: MeetingPageProps): Promise<Metadata> {
  return { title: `Movement: ${meetingTitle(await meetingAt((await params).slug))}` };
}

/** 'the meeting of 17 September 2026 (end of that day)', 'the end of 25 June 2026', 'now' */
function inWords({ day, meeting, now }: MomentView): string {
  if (now) return 'now';
  return meeting
    ? `the meeting of ${formatDate(day)} (end of that day)`
    : `the end of ${formatDate(day)}`;
}

export default async function MovementPage({ params, searchParams }: MeetingPageProps) {
  await signedIn();
  const meeting = await meetingAt((await params).slug);
  const base = meetingPath(meeting.slug);
  const path = `${base}/movement`;
  const { view, problem, asked, query, choices } = await movementReading(
    meeting,
    await searchParams,
  );
  const filtered = query.kind.length + query.movement.length + query.flag.length > 0;
  return (
    <Page>
      <PageHeader
        trail={[
          { href: '/', label: 'Dashboard' },
          { href: '/meetings', label: 'Meetings' },
          { href: base, label: meetingTitle(meeting) },
        ]}
        title="Movement"
        caption={meetingTitle(meeting)}
        lead={
          view && (
            <p>
              From {inWords(view.from)} to {inWords(view.to)}, as the register had it recorded.
              {asked.from === '' &&
                !view.from.meeting &&
                ' No meeting was held before: it counts from the day the register begins.'}
            </p>
          )
        }
      />
      <MovementForm
        path={path}
        held={meeting.state === 'held'}
        choices={choices}
        asked={asked}
        query={query}
        open={problem !== null || filtered}
      />
      {problem && <Notification tone="warning" title={problem} />}
      {view && (
        <>
          <Section
            id="counts"
            title="In numbers"
            intro={`Of ${view.total}, ${view.noMovement} had no movement at all: no change of status, date, owner or evidence, and no update.`}
          >
            <MovementCounts
              counts={view.counts}
              href={(movement, kind) =>
                movementAddress(path, asked, { kind: [kind], movement: [movement], flag: [] })
              }
            />
          </Section>
          {view.rows.length === 0 ? (
            <p className="text-muted">Nothing matches these filters.</p>
          ) : (
            groupedBy(view.rows).map(([movement, rows]) => (
              <Section
                key={movement}
                id={movement}
                title={`${MOVEMENT_NAMES[movement]} (${rows.length})`}
              >
                {movement === 'unchanged' && !filtered ? (
                  // The most, and the least to read.
                  <Details summary={`Show all ${rows.length}`}>
                    <MovementTable caption={MOVEMENT_NAMES[movement]} rows={rows} />
                  </Details>
                ) : (
                  <MovementTable caption={MOVEMENT_NAMES[movement]} rows={rows} />
                )}
              </Section>
            ))
          )}
        </>
      )}
    </Page>
  );
}
