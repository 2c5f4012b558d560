import type { VersionChange } from '@/lib/domain/version-change';
import { by } from '../item/by';
import { RedactLink } from '../redaction/redact-link';
import { ChangesList } from '../ui/changes-list';
import { Prose } from '../ui/prose';
import { Timeline } from '../ui/timeline';

/** Every version of a meeting or of the settings: when, who, from what, to what, and why. */
export function VersionHistory({ history }: { history: readonly VersionChange[] }) {
  return (
    <Timeline
      entries={history.map((change) => ({
        key: String(change.version),
        at: change.at,
        title: change.title,
        author: by(change.author),
        children: (change.changes.length > 0 || change.reason || change.redact) && (
          <>
            {change.changes.length > 0 && <ChangesList changes={change.changes} />}
            {change.reason && <Prose text={`Reason: ${change.reason}`} />}
            {change.redact && <RedactLink href={change.redact} context={change.title} />}
          </>
        ),
      }))}
    />
  );
}
