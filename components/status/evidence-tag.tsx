import { Tag, type Tone } from '@/components/ui/tag';
import type { EvidenceState } from '@/lib/domain/evidence';

const WORDS: Record<EvidenceState, { word: string; tone: Tone; mark: string }> = {
  none: { word: 'None', tone: 'neutral', mark: '–' },
  current: { word: 'Current', tone: 'green', mark: '✓' },
  out_of_date: { word: 'Out of date', tone: 'amber', mark: '!' },
};

/** Whether there is evidence, and whether any of it is within its review date. */
export function EvidenceTag({ evidence }: { evidence: EvidenceState }) {
  const { word, tone, mark } = WORDS[evidence];
  return (
    <Tag tone={tone} shape={<span aria-hidden="true">{mark}</span>}>
      {word}
    </Tag>
  );
}
