import type { ReactNode } from 'react';
import type { EvidenceState } from '@/lib/domain/evidence';
import type { RagStatus } from '@/lib/domain/rag';
import type { ScheduleState } from '@/lib/domain/schedule';
import { EvidenceTag } from './evidence-tag';
import { RagTag } from './rag-tag';
import { ScheduleTag } from './schedule-tag';

interface StatusesProps {
  rag: RagStatus;
  evidence: EvidenceState;
  /** Null for what has no schedule: recommendations and commitments. */
  schedule: ScheduleState | null;
  /** A line under each: the date of the rating, how many pieces, the due date. */
  notes?: { rag?: ReactNode; evidence?: ReactNode; schedule?: ReactNode };
}

/** The three statuses side by side, each under its own name, never mixed into one. */
export function Statuses({ rag, evidence, schedule, notes = {} }: StatusesProps) {
  return (
    <dl className="grid rounded-lg border border-line bg-surface max-sm:divide-y max-sm:divide-line sm:auto-cols-fr sm:grid-flow-col sm:divide-x sm:divide-line">
      <Status label="Reported" note={notes.rag}>
        <RagTag status={rag} large />
      </Status>
      <Status label="Evidence" note={notes.evidence}>
        <EvidenceTag state={evidence} large />
      </Status>
      {schedule && (
        <Status label="Schedule" note={notes.schedule}>
          <ScheduleTag state={schedule} large />
        </Status>
      )}
    </dl>
  );
}

interface StatusProps {
  label: string;
  note?: ReactNode;
  children: ReactNode;
}

function Status({ label, note, children }: StatusProps) {
  return (
    <div className="px-5 py-4">
      <dt className="text-sm text-muted">{label}</dt>
      <dd className="mt-1.5">{children}</dd>
      {note && <dd className="mt-1.5 text-sm text-muted">{note}</dd>}
    </div>
  );
}
