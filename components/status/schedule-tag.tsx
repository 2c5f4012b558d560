import type { ReactNode } from 'react';
import { SCHEDULE_NAMES, type ScheduleState } from '@/lib/domain/schedule';
import { type QuietLook, QuietTag } from './quiet-tag';

const RING = <circle cx="10" cy="10" r="8" />;
const CLOCK = (
  <>
    {RING}
    <path d="M10 5.5V10l3 2.2" />
  </>
);
const TICKED = (
  <>
    {RING}
    <path d="m6.4 10.3 2.5 2.6 4.7-5.6" />
  </>
);

const DRAWN: Record<ScheduleState, { look: QuietLook; icon: ReactNode }> = {
  no_date: { look: 'faint', icon: <circle cx="10" cy="10" r="8" strokeDasharray="3 3.3" /> },
  ongoing: { look: 'plain', icon: <path d="M16.9 6A8 8 0 1 0 18 10M17.5 2v4.2h-4.2" /> },
  on_time: { look: 'plain', icon: CLOCK },
  due_soon: { look: 'raised', icon: CLOCK },
  overdue: {
    look: 'strong',
    icon: (
      <>
        {RING}
        <path d="M10 5.5v5.2M10 14v.1" />
      </>
    ),
  },
  done: { look: 'plain', icon: TICKED },
  done_late: { look: 'raised', icon: TICKED },
};

/** Where a local action stands against its own date: a clock face for every state. */
export function ScheduleTag({ state, large }: { state: ScheduleState; large?: boolean }) {
  const { look, icon } = DRAWN[state];
  return (
    <QuietTag look={look} large={large} icon={icon}>
      {SCHEDULE_NAMES[state]}
    </QuietTag>
  );
}
