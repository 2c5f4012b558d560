import { z } from 'zod';
import type { PlainDate } from '@/lib/domain/dates';
import { formatDate, londonDay } from '@/lib/domain/dates';
import { NotFoundError, RuleError } from '@/lib/domain/errors';
import type { FieldChange } from '@/lib/domain/field-change';
import { refuseStep, type Step } from '@/lib/domain/lifecycle';
import type {
  ProposalKind,
  ProposeClosure,
  ProposeExtension,
  ProposeReopening,
  WithdrawProposal,
} from '@/lib/domain/proposal';
import { needsRecovery } from '@/lib/domain/rag';
import type { Item, Proposal } from '@/prisma/client/client';
import { type Change, change, type Recording } from './change';
import { demandLatest } from './conflicts';
import { author, type Context, demand } from './context';
import { demandKind, lockItem, recordTime } from './items';
import { toColumn, toPlainDate } from './plain-date';
import { queryRows } from './query-rows';
import { visibleItem } from './visibility';

const ID = z.object({ id: z.string() });

/** What awaits a decision about an item, if anything does. Ask it behind the item's lock. */
export async function pendingProposal(
  { tx }: Pick<Change, 'tx'>,
  itemId: string,
): Promise<Proposal | null> {
  return tx.proposal.findFirst({
    where: { itemId, withdrawal: null, decisions: { none: {} } },
    orderBy: { number: 'desc' },
  });
}

/** @throws RuleError with the reason why the step cannot be taken now */
export async function demandStep(
  by: Pick<Change, 'tx'>,
  item: Item,
  step: Step,
): Promise<Proposal | null> {
  const pending = await pendingProposal(by, item.id);
  refuseItem(item, pending?.kind ?? null, step);
  return pending;
}

/** The same where what is pending is known. @throws RuleError */
export function refuseItem(item: Item, pending: ProposalKind | null, step: Step): void {
  const refused = refuseStep(
    {
      reference: item.reference,
      kind: item.kind,
      rated: item.rated,
      lifecycle: item.lifecycle,
      hasDueDate: item.dueDate !== null,
      pending,
    },
    step,
  );
  if (refused) throw new RuleError({ '': refused });
}

type Asked = Omit<
  Proposal,
  | 'itemId'
  | 'number'
  | 'kind'
  | 'recordedAt'
  | 'authorId'
  | 'authorVersion'
  | 'onBehalfOfId'
  | 'onBehalfOfVersion'
>;
const NOTHING = {
  presentDueDate: null,
  dueDate: null,
  reviewDate: null,
  outcome: null,
  finishedOn: null,
  mergedIntoId: null,
  passedTo: null,
  rag: null,
  headline: null,
  recovery: null,
} satisfies Partial<Asked>;

const STEP_OF: Record<ProposalKind, Step> = {
  extension: 'proposeExtension',
  closure: 'proposeClosure',
  reopening: 'proposeReopening',
};

/** One proposal about one item, from the lock to the audit event. */
function propose(
  context: Context,
  reference: string,
  kind: ProposalKind,
  form: { submissionId: string; basedOn: number; reason: string },
  ask: (by: Change, item: Item) => Promise<Partial<Asked>> | Partial<Asked>,
): Promise<void> {
  return change(
    context,
    { action: `propose.${kind}`, subject: reference, form },
    async (by) => {
      const item = await lockItem(by, reference);
      if (kind === 'extension') demandKind(item, 'local_action');
      demand(context, 'propose', item);
      await demandLatest(by, item, form.basedOn);
      await demandStep(by, item, STEP_OF[kind]);
      const asked = await ask(by, item);
      const number = (await by.tx.proposal.count({ where: { itemId: item.id } })) + 1;
      await appendProposal(by, item, kind, number, { ...asked, reason: form.reason });
    },
    () => undefined,
  );
}

/** Appends what is asked of the board. @param number counts up within the item */
export async function appendProposal(
  by: Recording,
  item: Item,
  kind: ProposalKind,
  number: number,
  asks: Partial<Asked> & Pick<Asked, 'reason'>,
): Promise<void> {
  const asked: Asked = { ...NOTHING, ...asks };
  const recordedAt = await recordTime(by, item);
  await by.append('proposal', {
    itemId: item.id,
    number,
    kind,
    recordedAt,
    ...author(by),
    ...asked,
  });
  await by.record({
    kind: `proposal.${kind}`,
    itemId: item.id,
    subjectNumber: number,
    recordedAt,
    changes: changesAsked(item, asked),
  });
}

/** What would change, for the history; words stay in the proposal's row. */
function changesAsked(item: Item, asked: Asked): FieldChange[] {
  const changes: FieldChange[] = [
    { field: 'dueDate', from: toPlainDate(item.dueDate), to: toPlainDate(asked.dueDate) },
    { field: 'reviewDate', from: toPlainDate(item.reviewDate), to: toPlainDate(asked.reviewDate) },
    { field: 'outcome', from: item.outcome, to: asked.outcome },
    { field: 'finishedOn', from: null, to: toPlainDate(asked.finishedOn) },
    { field: 'mergedIntoId', from: null, to: asked.mergedIntoId },
    { field: 'rag', from: item.rag, to: asked.rag },
  ];
  return changes.filter(({ to }) => to !== null);
}

/**
 * Asks for a later due date, or to give it up for a review date. Until it is agreed the old date
 * stands. @throws NotFoundError, NotAllowedError, ConflictError, RuleError
 */
export function proposeExtension(context: Context, reference: string, form: ProposeExtension) {
  return propose(context, reference, 'extension', form, (_, item) => laterDate(item, form));
}

/** What an extension of an item that has a due date asks for. @throws RuleError */
export function laterDate(
  item: Item,
  form: Pick<ProposeExtension, 'scheduling' | 'due' | 'review'>,
): Partial<Asked> {
  const present = toPlainDate(item.dueDate) as PlainDate;
  if (form.scheduling === 'due' && form.due && form.due <= present) {
    throw new RuleError({
      due: `It is due on ${formatDate(present)}: an extension is to a later day. An earlier one needs no agreement: change the dates`,
    });
  }
  return {
    presentDueDate: item.dueDate,
    dueDate: toColumn(form.scheduling === 'due' ? form.due : null),
    reviewDate: toColumn(form.scheduling === 'ongoing' ? form.review : null),
  };
}

/** Asks to close it. @throws NotFoundError, NotAllowedError, ConflictError, RuleError */
export function proposeClosure(context: Context, reference: string, form: ProposeClosure) {
  return propose(context, reference, 'closure', form, async (by, item) => {
    const { outcome } = form;
    if (outcome === 'complete') return finished(by, form.finishedOn ?? null);
    if (outcome === 'merged') await demandMergeTarget(by, item, form.mergedIntoId ?? '');
    return {
      outcome,
      mergedIntoId: outcome === 'merged' ? (form.mergedIntoId ?? null) : null,
      passedTo: outcome === 'passed_on' ? (form.passedTo ?? null) : null,
    };
  });
}

/** What a closure as Complete asks for. @throws RuleError */
export function finished({ now }: Pick<Context, 'now'>, on: PlainDate | null): Partial<Asked> {
  if (on && on > londonDay(now)) {
    throw new RuleError({ finishedOn: 'The day it was finished must be today or in the past' });
  }
  return { outcome: 'complete', finishedOn: toColumn(on) };
}

/** It goes into another open one of its kind that the proposer can see. @throws RuleError */
async function demandMergeTarget({ tx, actor }: Change, item: Item, id: string): Promise<void> {
  const found = await queryRows(tx, ID)`
    SELECT i.id FROM "Item" i
    WHERE i.id = ${id}::uuid AND i.kind = ${item.kind}::"ItemKind" AND i.id <> ${item.id}::uuid
      AND i.rated AND i.lifecycle = 'open' AND ${visibleItem(actor)}`;
  if (!found[0]) throw new RuleError({ mergedIntoId: 'Choose an open one from the list' });
}

/** Asks to open it again, with the rating it would have. @throws NotFoundError, NotAllowedError, ConflictError, RuleError */
export function proposeReopening(context: Context, reference: string, form: ProposeReopening) {
  return propose(context, reference, 'reopening', form, async () => ({
    rag: form.rag,
    headline: form.headline,
    recovery: needsRecovery(form.rag) ? (form.recovery ?? null) : null,
  }));
}

/** The person in whose name a proposal stands; null is the system. */
export function proposerOf({ onBehalfOfId, authorId }: Proposal): string | null {
  return onBehalfOfId ?? authorId;
}

/** Takes back what has not been decided. @throws NotFoundError, NotAllowedError, RuleError */
export function withdrawProposal(
  context: Context,
  reference: string,
  form: WithdrawProposal,
): Promise<void> {
  return change(
    context,
    { action: 'withdrawProposal', subject: reference, form },
    async (by) => {
      const item = await lockItem(by, reference);
      const proposal = await by.tx.proposal.findUnique({
        where: { itemId_number: { itemId: item.id, number: form.proposal } },
      });
      if (!proposal) throw new NotFoundError('That proposal');
      demand(context, 'withdrawProposal', { ...item, addedById: proposerOf(proposal) });
      const pending = await demandStep(by, item, 'withdrawProposal');
      if (pending?.number !== proposal.number) {
        throw new RuleError({ '': 'That proposal has been decided or withdrawn already.' });
      }
      const recordedAt = await recordTime(by, item);
      await by.tx.proposalWithdrawal.create({
        data: {
          itemId: item.id,
          number: proposal.number,
          recordedAt,
          ...author(context),
          reason: form.reason,
        },
      });
      await by.record({
        kind: 'proposal.withdrawn',
        itemId: item.id,
        subjectNumber: proposal.number,
        recordedAt,
      });
    },
    () => undefined,
  );
}
