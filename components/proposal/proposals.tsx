import { RESULT_NAMES } from '@/lib/domain/decision';
import type { ProposalState, ProposalView } from '@/lib/domain/decision-view';
import { PROPOSAL_NAMES } from '@/lib/domain/proposal';
import type { ItemView } from '@/lib/domain/view';
import { DecisionEntry } from '../decision/decision-entry';
import { by } from '../item/by';
import type { Part } from '../item/parts';
import { Moment } from '../ui/date';
import { Prose } from '../ui/prose';
import { Section } from '../ui/section';
import { Tag } from '../ui/tag';
import { ProposalSummary } from './proposal-summary';

const STATES: Record<ProposalState, string> = {
  pending: 'Awaiting a decision',
  withdrawn: 'Withdrawn',
  ...RESULT_NAMES,
};

/** Everything that was proposed about an item, and what was decided. */
export function Proposals({ item, part }: { item: ItemView; part: Part }) {
  return (
    <Section id={part.id} title={part.title}>
      <ol className="space-y-8">
        {item.proposals.map((proposal) => (
          <li key={proposal.number}>
            <Proposal proposal={proposal} />
          </li>
        ))}
      </ol>
    </Section>
  );
}

function Proposal({ proposal }: { proposal: ProposalView }) {
  const { kind, state, withdrawal, decisions } = proposal;
  return (
    <article className="space-y-4">
      <h3 className="flex flex-wrap items-center gap-3">
        {PROPOSAL_NAMES[kind]}{' '}
        <Tag tone={state === 'pending' ? 'accent' : 'neutral'}>{STATES[state]}</Tag>
      </h3>
      <ProposalSummary proposal={proposal} />
      {withdrawal && (
        <div className="space-y-1 border-l-2 border-line pl-4">
          <p className="font-semibold">Withdrawn</p>
          <Prose text={withdrawal.reason} />
          <p className="text-sm text-muted">
            {by(withdrawal.author)}, <Moment at={withdrawal.at} />
          </p>
        </div>
      )}
      {decisions.length > 0 && (
        <ol className="space-y-4">
          {decisions.map((decision) => (
            <li key={decision.id} className="border-l-2 border-line pl-4">
              <DecisionEntry decision={decision} />
            </li>
          ))}
        </ol>
      )}
    </article>
  );
}
