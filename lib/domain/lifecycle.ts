import type { EvidenceState } from './evidence';
import type { ItemKind, Lifecycle, Outcome } from './item';
import { PROPOSAL_NAMES, type ProposalKind } from './proposal';

/** What can be done to an item that depends on whether it is open, closed or waiting. */
export const STEPS = [
  /** Rate it, assign it, word it, link it, add evidence: whatever keeps an open item true. */
  'update',
  /** Take out of the counts what was created in error. */
  'withdraw',
  'proposeExtension',
  'proposeClosure',
  'proposeReopening',
  'withdrawProposal',
  'decide',
] as const;
export type Step = (typeof STEPS)[number];

/** Where an item stands in its life. */
export interface LifeStage {
  reference: string;
  kind: ItemKind;
  rated: boolean;
  lifecycle: Lifecycle;
  hasDueDate: boolean;
  /** What awaits a decision. */
  pending: ProposalKind | null;
}

/**
 * Why a step cannot be taken now; null when it can (design, "Closing takes two"). Updates may go
 * on while a proposal waits, and one waits at a time.
 */
export function refuseStep(item: LifeStage, step: Step): string | null {
  const { reference, lifecycle, pending } = item;
  if (!item.rated) return `${reference} is shown for context. It is not rated or owned.`;
  if (step === 'withdrawProposal' || step === 'decide') {
    return pending ? null : `Nothing that is proposed about ${reference} awaits a decision.`;
  }
  if (lifecycle === 'withdrawn') return `${reference} is withdrawn, so it takes no more changes.`;
  const waiting = pending
    ? `${aProposal(pending)} of ${reference} awaits a decision: one proposal waits at a time.`
    : null;
  if (step === 'proposeReopening') {
    return lifecycle === 'open' ? `${reference} is open already.` : waiting;
  }
  if (lifecycle === 'closed') {
    return `${reference} is closed, so it takes no more changes. Propose to reopen it first.`;
  }
  if (step === 'update') return null;
  if (step === 'proposeExtension' && item.kind !== 'local_action') {
    return `Only local actions have due dates, and ${reference} is none.`;
  }
  if (step === 'proposeExtension' && !item.hasDueDate) {
    return `${reference} has no due date to move: set one instead.`;
  }
  return waiting;
}

function aProposal(kind: ProposalKind): string {
  return kind === 'extension' ? 'An extension' : `A ${PROPOSAL_NAMES[kind].toLowerCase()}`;
}

/** Why a closure cannot be agreed as things stand; null when it can. */
export function refuseAgreement(
  closure: {
    outcome: Outcome | null;
    /** What it is merged into; without a reference for a reader from whom that is hidden. */
    into: { reference: string | null; lifecycle: Lifecycle } | null;
  },
  evidence: EvidenceState,
): string | null {
  if (closure.outcome === 'complete' && evidence !== 'current') {
    return evidence === 'none'
      ? 'Complete needs current evidence, and there is none. Add it first, or return the proposal'
      : 'Complete needs current evidence, and all of it is out of date. Renew it first, or return the proposal';
  }
  const { into } = closure;
  if (closure.outcome === 'merged' && into?.lifecycle !== 'open') {
    const why = into?.reference
      ? `${into.reference} is ${into.lifecycle}`
      : 'What it was to be merged into is no longer open';
    return `${why}, so nothing can be merged into it. Refuse or return the proposal`;
  }
  return null;
}
