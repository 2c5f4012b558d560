import type { AwaitingView } from '@/lib/domain/decision-view';
import { itemPath } from '@/lib/domain/item';
import { PROPOSAL_NAMES } from '@/lib/domain/proposal';
import { ProposalSummary } from '../proposal/proposal-summary';
import { EvidenceTag } from '../status/evidence-tag';
import { RagTag } from '../status/rag-tag';
import { Tag } from '../ui/tag';
import { TextLink } from '../ui/text-link';

/** A proposal before the board, with what helps to decide it. */
export function AwaitingItem({ awaiting }: { awaiting: AwaitingView }) {
  const { item, kind, cannotAgree } = awaiting;
  return (
    <div className="space-y-3">
      <h3 className="text-lg">
        {PROPOSAL_NAMES[kind]}:{' '}
        <TextLink href={itemPath(item.reference)}>
          {item.reference} {item.shortTitle}
        </TextLink>
      </h3>
      <div className="flex flex-wrap items-center gap-3 text-sm">
        {kind !== 'reopening' && <RagTag status={item.rag} />}
        <EvidenceTag state={item.evidence} />
        {item.restricted && <Tag tone="accent">Restricted</Tag>}
        <span className="text-muted">Owner: {item.owner ?? 'nobody yet'}</span>
      </div>
      <ProposalSummary proposal={awaiting} />
      {cannotAgree && <p className="measure font-semibold">{cannotAgree}.</p>}
    </div>
  );
}
