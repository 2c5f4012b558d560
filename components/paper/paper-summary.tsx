import type { PaperSummary } from '@/lib/domain/paper-model';
import { Section } from '../ui/section';
import { PaperProse } from './paper-prose';

/** The summary that stands alone. */
export function PaperSummaryView({ id, summary }: { id: string; summary: PaperSummary }) {
  return (
    <Section id={id} title={summary.heading}>
      {summary.parts.map(({ heading, blocks }) => (
        <div key={heading} className="space-y-2">
          <h3>{heading}</h3>
          <PaperProse blocks={blocks} />
        </div>
      ))}
    </Section>
  );
}
