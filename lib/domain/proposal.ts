import { z } from 'zod';
import type { PlainDate } from './dates';
import { formatDate } from './dates';
import { SCHEDULING } from './due-date';
import {
  basedOn,
  optionalDate,
  optionalId,
  optionalLine,
  optionalText,
  requiredLine,
  requiredText,
  submission,
  together,
} from './fields';
import { OUTCOME_NAMES, OUTCOMES, type Outcome } from './item';
import { needsRecovery, PICKABLE_RAG, RAG_NAMES, type RagStatus } from './rag';
import { HEADLINE_LIMIT } from './status-update';

export const PROPOSAL_KINDS = ['extension', 'closure', 'reopening'] as const;
export type ProposalKind = (typeof PROPOSAL_KINDS)[number];
export const PROPOSAL_NAMES: Record<ProposalKind, string> = {
  extension: 'Extension',
  closure: 'Closure',
  reopening: 'Reopening',
};

const REASON_LIMIT = 2000;

/** A later due date, or giving the date up for "ongoing": both let an action slip. */
export const proposeExtensionSchema = basedOn
  .extend({
    scheduling: z.enum(SCHEDULING, 'Choose a later due date or ongoing'),
    due: optionalDate('The new due date', { planned: true }),
    review: optionalDate('Review date', { planned: true }),
    reason: requiredText('Say why more time is needed', REASON_LIMIT),
  })
  .refine(
    ({ scheduling, due }) => scheduling !== 'due' || due !== undefined,
    together('due', 'Enter the new due date'),
  )
  .refine(
    ({ scheduling, review }) => scheduling !== 'ongoing' || review !== undefined,
    together('review', 'Enter the day to review it on'),
  );
export type ProposeExtension = z.infer<typeof proposeExtensionSchema>;

/** Closing, with what its outcome needs: a day it was finished, what it merges into, who takes it. */
export const proposeClosureSchema = basedOn
  .extend({
    outcome: z.enum(OUTCOMES, 'Choose how it is to be closed'),
    finishedOn: optionalDate('The day it was finished'),
    mergedIntoId: optionalId,
    passedTo: optionalLine(200),
    reason: requiredText('Say why it can be closed', REASON_LIMIT),
  })
  .refine(
    ({ outcome, finishedOn }) => outcome !== 'complete' || finishedOn !== undefined,
    together('finishedOn', 'Enter the day it was finished'),
  )
  .refine(
    ({ outcome, mergedIntoId }) => outcome !== 'merged' || mergedIntoId !== undefined,
    together('mergedIntoId', 'Choose what it is merged into'),
  )
  .refine(
    ({ outcome, passedTo }) => outcome !== 'passed_on' || passedTo !== undefined,
    together('passedTo', 'Say which board takes it on'),
  );
export type ProposeClosure = z.infer<typeof proposeClosureSchema>;

/** What a rating needs that opens an item again. */
export const newRating = {
  rag: z.enum(PICKABLE_RAG, 'Choose Red, Amber or Green'),
  headline: requiredLine('Enter a headline', HEADLINE_LIMIT),
  recovery: optionalText(4000),
};

/** Reopening needs a new rating: what stood when it was closed no longer does. */
export const proposeReopeningSchema = basedOn
  .extend({
    ...newRating,
    reason: requiredText('Say why it has to be opened again', REASON_LIMIT),
  })
  .refine(
    ({ rag, recovery }) => !needsRecovery(rag) || recovery !== undefined,
    together('recovery', 'Say what would bring it back'),
  );
export type ProposeReopening = z.infer<typeof proposeReopeningSchema>;

export const withdrawProposalSchema = submission.extend({
  /** Of the proposal that the form shows. */
  proposal: z.coerce.number('Open the form again and resend it').int().min(1),
  reason: requiredText('Say why it is withdrawn', 1000),
});
export type WithdrawProposal = z.infer<typeof withdrawProposalSchema>;

/** What is proposed, as its row holds it. */
export interface Proposed {
  kind: ProposalKind;
  presentDueDate: PlainDate | null;
  dueDate: PlainDate | null;
  reviewDate: PlainDate | null;
  outcome: Outcome | null;
  finishedOn: PlainDate | null;
  /** 'A7', or 'a restricted action' for those who may not know which. */
  mergedInto: string | null;
  passedTo: string | null;
  rag: RagStatus | null;
}

/** What is proposed as a sentence without its end: 'move the due date from … to …'. */
export function inWords(proposed: Proposed): string {
  const { kind, presentDueDate, dueDate, reviewDate, rag } = proposed;
  if (kind === 'extension') {
    const from = presentDueDate ? ` from ${formatDate(presentDueDate)}` : '';
    return dueDate
      ? `move the due date${from} to ${formatDate(dueDate)}`
      : `give up the due date${presentDueDate ? ` of ${formatDate(presentDueDate)}` : ''} and review it on ${formatDate(reviewDate ?? '')}`;
  }
  if (kind === 'reopening') return `reopen it as ${RAG_NAMES[rag ?? 'not_rated']}`;
  return `close it as ${outcomeInWords(proposed)}`;
}

/** 'Complete, finished on 3 May 2027', 'Merged into A7' … */
function outcomeInWords(
  closed: Pick<Proposed, 'outcome' | 'finishedOn' | 'mergedInto' | 'passedTo'>,
): string {
  const { outcome, finishedOn, mergedInto, passedTo } = closed;
  if (!outcome) return 'closed';
  const name = OUTCOME_NAMES[outcome];
  if (outcome === 'complete' && finishedOn) return `${name}, finished on ${formatDate(finishedOn)}`;
  if (outcome === 'merged' && mergedInto) return `${name} into ${mergedInto}`;
  if (outcome === 'passed_on' && passedTo) return `Passed to ${passedTo}`;
  return name;
}
