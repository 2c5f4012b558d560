import type { ReactNode } from 'react';
import { EVIDENCE_NAMES, type EvidenceState } from '@/lib/domain/evidence';
import { type QuietLook, QuietTag } from './quiet-tag';

const SHEET = 'M4 1.5h8l4 4v13H4z';

const DRAWN: Record<EvidenceState, { look: QuietLook; icon: ReactNode }> = {
  none: { look: 'faint', icon: <path d={SHEET} strokeDasharray="2.6 3.2" /> },
  current: {
    look: 'plain',
    icon: (
      <>
        <path d={SHEET} />
        <path d="m7 11.5 2.2 2.3 4-5" />
      </>
    ),
  },
  out_of_date: {
    look: 'raised',
    icon: (
      <>
        <path d={SHEET} />
        <path d="m7.4 8.6 5.2 5.2m0-5.2-5.2 5.2" />
      </>
    ),
  },
};

/** Whether there is something that shows it: a sheet, dashed, ticked or crossed. */
export function EvidenceTag({ state, large }: { state: EvidenceState; large?: boolean }) {
  const { look, icon } = DRAWN[state];
  return (
    <QuietTag look={look} large={large} icon={icon}>
      {EVIDENCE_NAMES[state]}
    </QuietTag>
  );
}
