import type { Statuses as StatusesView } from '@/lib/domain/view';
import { EvidenceTag } from './evidence-tag';
import { RagTag } from './rag-tag';
import { ScheduleTag } from './schedule-tag';

/** The three statuses side by side, never mixed. Only local actions have a schedule. */
export function Statuses({ rag, evidence, schedule }: StatusesView) {
  const parts = [
    { label: 'Reported', tag: <RagTag rag={rag} /> },
    { label: 'Evidence', tag: <EvidenceTag evidence={evidence} /> },
    ...(schedule ? [{ label: 'Schedule', tag: <ScheduleTag schedule={schedule} /> }] : []),
  ];
  return (
    <dl className="flex flex-wrap gap-x-8 gap-y-3">
      {parts.map(({ label, tag }) => (
        <div key={label}>
          <dt className="mb-1 text-sm text-muted">{label}</dt>
          <dd>{tag}</dd>
        </div>
      ))}
    </dl>
  );
}
