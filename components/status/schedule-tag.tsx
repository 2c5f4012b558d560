import { Tag, type Tone } from '@/components/ui/tag';
import type { ScheduleState } from '@/lib/domain/schedule';

const WORDS: Record<ScheduleState, { word: string; tone: Tone; mark: string }> = {
  overdue: { word: 'Overdue', tone: 'red', mark: '!' },
  due_soon: { word: 'Due soon', tone: 'amber', mark: '◔' },
  on_time: { word: 'On time', tone: 'green', mark: '→' },
  ongoing: { word: 'Ongoing', tone: 'neutral', mark: '↻' },
  no_date: { word: 'No date', tone: 'neutral', mark: '–' },
  done: { word: 'Done', tone: 'blue', mark: '✓' },
  done_late: { word: 'Done late', tone: 'blue', mark: '✓' },
};

/** Where a local action stands against its own date. */
export function ScheduleTag({ schedule }: { schedule: ScheduleState }) {
  const { word, tone, mark } = WORDS[schedule];
  return (
    <Tag tone={tone} shape={<span aria-hidden="true">{mark}</span>}>
      {word}
    </Tag>
  );
}
