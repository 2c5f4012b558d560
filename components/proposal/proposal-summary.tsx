import type { ProposalView } from '@/lib/domain/decision-view';
import { RAG_NAMES } from '@/lib/domain/rag';
import { by } from '../item/by';
import { Moment } from '../ui/date';
import { Prose } from '../ui/prose';

/** What is proposed, why, and by whom. */
export function ProposalSummary({
  proposal,
}: {
  proposal: Pick<ProposalView, 'asks' | 'reason' | 'rating' | 'proposer' | 'at'>;
}) {
  const { asks, reason, rating, proposer, at } = proposal;
  return (
    <div className="space-y-2">
      <p>
        <strong>To {asks}.</strong>
      </p>
      <Prose text={reason} />
      {rating && (
        <p>
          It would open as {RAG_NAMES[rating.rag]}: “{rating.headline}”
        </p>
      )}
      <p className="text-sm text-muted">
        Proposed by {by(proposer)}, <Moment at={at} />
      </p>
    </div>
  );
}
