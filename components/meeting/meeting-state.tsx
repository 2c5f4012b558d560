import type { MeetingView } from '@/lib/domain/meeting-view';
import { Tag } from '../ui/tag';

const STATES = {
  to_come: { name: 'To come', tone: 'accent' },
  held: { name: 'Held', tone: 'neutral' },
  cancelled: { name: 'Cancelled', tone: 'strong' },
} as const;

/** Whether a meeting is to come, was held or was cancelled. */
export function MeetingStateTag({ state }: Pick<MeetingView, 'state'>) {
  const { name, tone } = STATES[state];
  return <Tag tone={tone}>{name}</Tag>;
}
