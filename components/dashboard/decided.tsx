import type { DecisionView } from '@/lib/domain/decision-view';
import { DecisionList } from '../decision/decision-list';
import { Section } from '../ui/section';

/** What was decided about what the reader owns; left out where there is none. */
export function Decided({ decisions }: { decisions: readonly DecisionView[] }) {
  if (decisions.length === 0) return null;
  return (
    <Section id="decided" title="Decided about yours" intro="The latest first.">
      <DecisionList decisions={decisions} />
    </Section>
  );
}
