import { asAtMeeting } from '@/lib/domain/as-at';
import { formatDate } from '@/lib/domain/dates';
import { ITEM_KINDS } from '@/lib/domain/item';
import { meetingPath } from '@/lib/domain/meeting-name';
import { MOVEMENT_NAMES, MOVEMENTS } from '@/lib/domain/movement';
import { type MovementView, movementAddress } from '@/lib/domain/movement-view';
import type { DashboardView } from '@/lib/domain/view';
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
    from: from.meeting ? asAtMeeting(from.meeting.slug) : from.day,
    // The page of a meeting that was held ends with it, unless it is told otherwise.
    to: to.now && nextMeeting ? '' : to.day,
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
        <ul className="flex flex-wrap gap-x-8 gap-y-2">
          {MOVEMENTS.filter((movement) => movement !== 'unchanged').map((movement) => {
            const count = ITEM_KINDS.reduce((sum, kind) => sum + view.counts[movement][kind], 0);
            return count === 0 ? null : (
              <li key={movement} className="flex items-baseline gap-2">
                <TextLink
                  href={movementAddress(path, asked, { kind: [], movement: [movement], flag: [] })}
                >
                  {MOVEMENT_NAMES[movement]}
                </TextLink>{' '}
                <span className="font-bold tabular-nums">{count}</span>
              </li>
            );
          })}
        </ul>
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
