import type { DecisionView } from '@/lib/domain/decision-view';
import { DecisionEntry } from './decision-entry';

/** Decisions in the order of the minutes, each with what it is about. */
export function DecisionList({ decisions }: { decisions: readonly DecisionView[] }) {
  return (
    <ol className="divide-y divide-line border-y border-line">
      {decisions.map((decision) => (
        <li key={decision.id} className="py-4">
          <DecisionEntry decision={decision} about />
        </li>
      ))}
    </ol>
  );
}
