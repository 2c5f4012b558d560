import { formatDate } from '@/lib/domain/dates';
import { meetingPath } from '@/lib/domain/meeting-name';
import { type MovementView, movementAddress } from '@/lib/domain/movement-view';
import type { DashboardView } from '@/lib/domain/view';
import { MovementCounts } from '../movement/movement-counts';
import { MovementTable } from '../movement/movement-table';
import { Section } from '../ui/section';
import { TextLink } from '../ui/text-link';

/** As many rows as matter most: what is unchanged is not among them. */
const SHOWN = 8;

/** What moved since the last meeting. */
export function Moved({
  view,
  nextMeeting,
  lastMeeting,
}: { view: MovementView } & Pick<DashboardView, 'nextMeeting' | 'lastMeeting'>) {
  const meeting = nextMeeting ?? lastMeeting;
  const moved = view.rows.filter((row) => row.movement !== 'unchanged');
  const { from, to } = view;
  const path = meeting && `${meetingPath(meeting.slug)}/movement`;
  const asked = {
    from: from.meeting ? `meeting:${from.meeting.slug}` : from.day,
    to: to.now ? '' : to.meeting ? `meeting:${to.meeting.slug}` : to.day,
  };
  const since = from.meeting
    ? `Since the meeting of ${formatDate(from.day)}`
    : `Since ${formatDate(from.day)}, where the register begins`;
  return (
    <Section
      id="moved"
      title="What moved"
      intro={`${since}: ${moved.length} of ${view.total} moved, ${view.noMovement} had no movement at all.`}
      actions={path && <TextLink href={movementAddress(path, asked)}>All movement</TextLink>}
    >
      {path && (
        <MovementCounts
          counts={view.counts}
          href={(movement, kind) =>
            movementAddress(path, asked, { kind: [kind], movement: [movement], flag: [] })
          }
        />
      )}
      {moved.length > 0 && (
        <MovementTable
          caption={`What moved, the first ${Math.min(SHOWN, moved.length)}: worsened first`}
          rows={moved.slice(0, SHOWN)}
          movement
        />
      )}
    </Section>
  );
}
