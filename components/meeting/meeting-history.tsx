import type { MeetingChange } from '@/lib/domain/meeting-view';
import { by } from '../item/by';
import { ChangesList } from '../ui/changes-list';
import { Prose } from '../ui/prose';
import { Timeline } from '../ui/timeline';

/** Every change to a meeting: when, who, from what, to what, and why. */
export function MeetingHistory({ history }: { history: readonly MeetingChange[] }) {
  return (
    <Timeline
      entries={history.map((change) => ({
        key: String(change.version),
        at: change.at,
        title: change.title,
        author: by(change.author),
        children: (change.changes.length > 0 || change.reason) && (
          <>
            {change.changes.length > 0 && <ChangesList changes={change.changes} />}
            {change.reason && <Prose text={`Reason: ${change.reason}`} />}
          </>
        ),
      }))}
    />
  );
}
