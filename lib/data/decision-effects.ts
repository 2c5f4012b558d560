import { RuleError } from '@/lib/domain/errors';
import { refuseAgreement } from '@/lib/domain/lifecycle';
import { systemActor } from '@/lib/domain/permissions';
import type { RagStatus } from '@/lib/domain/rag';
import type { Item, Proposal } from '@/prisma/client/client';
import type { Change } from './change';
import { itemState, STATE_ROW } from './item-state';
import { mergesInto } from './proposals-view';
import { queryRows } from './query-rows';
import { appendUpdate, type State } from './status-updates';

/** The state of an item once what was proposed is agreed. */
function agreedState(item: Item, proposal: Proposal, decidedOn: Date): Partial<State> {
  switch (proposal.kind) {
    case 'extension':
      return { dueDate: proposal.dueDate, reviewDate: proposal.reviewDate };
    case 'closure':
      return {
        lifecycle: 'closed',
        outcome: proposal.outcome,
        closedOn: proposal.finishedOn ?? decidedOn,
        ...(proposal.outcome === 'complete' ? { rag: 'blue' } : {}),
      };
    case 'reopening':
      return {
        lifecycle: 'open',
        outcome: null,
        closedOn: null,
        rag: proposal.rag ?? item.rag,
        headline: proposal.headline,
      };
  }
}

/** @throws RuleError with the reason why it cannot be agreed as things stand */
async function demandAgreement(by: Change, item: Item, proposal: Proposal): Promise<void> {
  if (proposal.kind !== 'closure') return;
  // All the evidence there is counts, whether or not the one who writes this down may see it.
  const [state] = await queryRows(by.tx, STATE_ROW)`
    SELECT * FROM ${itemState({ actor: systemActor, now: by.now }, 0)} s
    WHERE s.id = ${item.id}::uuid`;
  const into = proposal.mergedIntoId
    ? await by.tx.item.findUnique({ where: { id: proposal.mergedIntoId } })
    : null;
  const refused = refuseAgreement(
    { outcome: proposal.outcome, into: mergesInto(by.actor, into) },
    state?.evidence ?? 'none',
  );
  if (refused) throw new RuleError({ result: refused });
}

/**
 * Carries out what was agreed. @returns the number of the status update it made
 * @throws RuleError when it cannot be agreed as things stand
 */
export async function carryOut(
  by: Change,
  item: Item,
  proposal: Proposal,
  decidedOn: Date,
  words: string | undefined,
): Promise<number> {
  await demandAgreement(by, item, proposal);
  return appendUpdate(by, item, proposal.kind, agreedState(item, proposal, decidedOn), {
    words: words ?? null,
    recovery: proposal.recovery,
  });
}

/**
 * Takes back what a decision had changed; what has been said since stays.
 * @param rating for what a closure had closed: it opens with a new one
 * @returns the number of the status update it made
 */
export async function undo(
  by: Change,
  item: Item,
  decision: { updateNumber: number | null; proposal: Proposal },
  rating: { rag: RagStatus; headline: string; recovery: string | null } | null,
  words: string,
): Promise<number> {
  // A closure that was agreed, then superseded by the same again, made its update earlier on.
  const made = decision.updateNumber ?? (await lastEffect(by, item, decision.proposal));
  const before = await by.tx.statusUpdate.findUniqueOrThrow({
    where: { itemId_number: { itemId: item.id, number: made - 1 } },
  });
  const { lifecycle, outcome, closedOn } = before;
  const back: Partial<State> =
    decision.proposal.kind === 'extension'
      ? undoneDates(item, before)
      : { lifecycle, outcome, closedOn, rag: rating?.rag ?? before.rag };
  if (rating) back.headline = rating.headline;
  else if (decision.proposal.kind === 'reopening') back.headline = before.headline;
  return appendUpdate(by, item, 'correction', back, {
    words,
    recovery: rating?.recovery ?? null,
  });
}

async function lastEffect({ tx }: Change, item: Item, { number }: Proposal): Promise<number> {
  const made = await tx.decision.findFirst({
    where: { itemId: item.id, proposalNumber: number, updateNumber: { not: null } },
    orderBy: { recordedAt: 'desc' },
  });
  if (!made?.updateNumber) throw new Error(`No decision on proposal ${number} changed the item.`);
  return made.updateNumber;
}

/** The old date stands again, unless it has been brought forward since. */
function undoneDates(
  now: Pick<Item, 'dueDate'>,
  before: Pick<Item, 'dueDate' | 'reviewDate'>,
): Partial<State> {
  const sooner = now.dueDate && before.dueDate && now.dueDate < before.dueDate;
  return sooner ? {} : { dueDate: before.dueDate, reviewDate: before.reviewDate };
}
