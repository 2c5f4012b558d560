import type { AwaitingView } from '@/lib/domain/decision-view';
import { itemPath } from '@/lib/domain/item';
import { meetingPath } from '@/lib/domain/meeting-name';
import { PROPOSAL_NAMES } from '@/lib/domain/proposal';
import type { DashboardView } from '@/lib/domain/view';
import { Section } from '../ui/section';
import { TextLink } from '../ui/text-link';

const SHOWN = 6;

/** What the board will be asked to decide. */
export function Awaiting({
  awaiting,
  nextMeeting,
}: {
  awaiting: readonly AwaitingView[];
  nextMeeting: DashboardView['nextMeeting'];
}) {
  const more = awaiting.length - SHOWN;
  const all = nextMeeting && `${meetingPath(nextMeeting.slug)}/decisions`;
  return (
    <Section
      id="awaiting"
      title="Before the board"
      intro="Proposed, and awaiting a decision."
      actions={
        all && awaiting.length > 0 && <TextLink href={all}>All, with their reasons</TextLink>
      }
    >
      {awaiting.length === 0 ? (
        <p className="text-muted">Nothing awaits a decision.</p>
      ) : (
        <ul className="border-t border-line">
          {awaiting.slice(0, SHOWN).map(({ item, kind, asks }) => (
            <li
              key={item.id}
              className="grid gap-x-6 gap-y-0.5 border-b border-line py-2.5 md:grid-cols-2"
            >
              <p className="min-w-0">
                <span className="font-semibold">{PROPOSAL_NAMES[kind]}: </span>
                <TextLink href={itemPath(item.reference)}>
                  {item.reference} {item.shortTitle}
                </TextLink>
              </p>
              <p className="text-muted">To {asks}</p>
            </li>
          ))}
        </ul>
      )}
      {more > 0 && <p className="text-muted">And {more} more.</p>}
    </Section>
  );
}
