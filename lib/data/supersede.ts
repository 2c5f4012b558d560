import { z } from 'zod';
import type { SupersedeDecision } from '@/lib/domain/decision';
import { UNDER_DELEGATION } from '@/lib/domain/decision';
import { NotFoundError, RuleError } from '@/lib/domain/errors';
import { needsRecovery } from '@/lib/domain/rag';
import type { Decision, Item, Proposal } from '@/prisma/client/client';
import { type Change, change } from './change';
import { demandLatest } from './conflicts';
import { type Context, demand } from './context';
import { carryOut, undo } from './decision-effects';
import { appendDecision, decidingMeeting, delegation, type Taken, takenColumns } from './decisions';
import { lockItem } from './items';
import { pendingProposal } from './proposals';
import { queryRows } from './query-rows';
import { visibleItem } from './visibility';

const DECIDED = z.object({ reference: z.string().nullable() });

type Mistaken = Decision & { proposal: Proposal | null; superseding: Decision | null };

/** The decision with its item locked, if the actor may see it. @throws NotFoundError */
async function lockDecision(
  by: Change,
  id: string,
): Promise<{ mistaken: Mistaken; item: Item | null }> {
  const [seen] = await queryRows(by.tx, DECIDED)`
    SELECT i.reference FROM "Decision" d LEFT JOIN "Item" i ON i.id = d."itemId"
    WHERE d.id = ${id}::uuid AND (d."itemId" IS NULL OR ${visibleItem(by.actor)})`;
  if (!seen) throw new NotFoundError('That decision');
  const item = seen.reference ? await lockItem(by, seen.reference) : null;
  const mistaken = await by.tx.decision.findUniqueOrThrow({
    where: { id },
    include: { proposal: true, superseding: true },
  });
  return { mistaken, item };
}

/** State changes only through the latest decision: an earlier one cannot be undone under it. */
async function demandNoLater(by: Change, mistaken: Mistaken, item: Item): Promise<void> {
  const later = await by.tx.decision.findFirst({
    where: {
      itemId: item.id,
      proposalNumber: { gt: mistaken.proposalNumber ?? 0 },
      updateNumber: { not: null },
      superseding: null,
    },
    orderBy: { recordedAt: 'desc' },
  });
  if (later) {
    throw new RuleError({
      '': `A later decision about ${item.reference} stands on this one (${later.minuteReference}). Supersede that one first.`,
    });
  }
  const pending = await pendingProposal(by, item.id);
  if (pending) {
    throw new RuleError({
      '': `Something else is proposed about ${item.reference}. Decide or withdraw that first.`,
    });
  }
}

function newRatingOf(form: SupersedeDecision) {
  const { rag, headline, recovery } = form;
  const missing: Record<string, string> = {};
  if (!rag) missing.rag = 'It opens again: choose Red, Amber or Green';
  if (!headline) missing.headline = 'It opens again: enter a headline';
  if (rag && needsRecovery(rag) && !recovery) missing.recovery = 'Say what would bring it back';
  if (!rag || !headline || missing.recovery) throw new RuleError(missing);
  return { rag, headline, recovery: needsRecovery(rag) ? (recovery ?? null) : null };
}

/** Turns the state round where the new decision says otherwise. @returns the update it made */
async function turnRound(
  by: Change,
  item: Item,
  mistaken: Mistaken & { proposal: Proposal },
  form: SupersedeDecision,
  decidedOn: Date,
): Promise<number | null> {
  const [was, is] = [mistaken.result === 'agreed', form.result === 'agreed'];
  if (was === is) return null;
  await demandNoLater(by, mistaken, item);
  if (is) {
    const open = mistaken.proposal.kind !== 'reopening';
    if (item.lifecycle !== (open ? 'open' : 'closed')) {
      throw new RuleError({
        '': `${item.reference} is ${item.lifecycle}: it cannot be agreed now.`,
      });
    }
    return carryOut(by, item, mistaken.proposal, decidedOn, form.words);
  }
  if (item.lifecycle === 'withdrawn') {
    throw new RuleError({ '': `${item.reference} is withdrawn, so it takes no more changes.` });
  }
  const rating = mistaken.proposal.kind === 'closure' ? newRatingOf(form) : null;
  return undo(by, item, mistaken, rating, form.words);
}

/**
 * Records a decision in the place of a mistaken one, which stays to be read. What stands changes
 * only through what the new one decides.
 * @param id of the mistaken decision
 * @throws NotFoundError, NotAllowedError, ConflictError, RuleError
 */
export function supersedeDecision(
  context: Context,
  id: string,
  form: SupersedeDecision,
): Promise<void> {
  return change(
    context,
    { action: 'supersedeDecision', subject: id, form },
    async (by) => {
      const { mistaken, item } = await lockDecision(by, id);
      demand(context, 'decide');
      const { proposal, superseding } = mistaken;
      if (item) await demandLatest(by, item, form.basedOn);
      if (superseding) {
        throw new RuleError({
          '': `It is superseded already, by ${superseding.minuteReference}. Supersede that one.`,
        });
      }
      if (proposal ? form.result === 'noted' : !['agreed', 'noted'].includes(form.result)) {
        throw new RuleError({ result: 'Choose what was decided' });
      }
      const taken = await takenAt(by, form, proposal);
      const decidedOn = takenColumns(taken).decidedOn;
      if (decidedOn < mistaken.decidedOn) {
        throw new RuleError({ taken: 'It cannot supersede a decision that was taken after it' });
      }
      const updateNumber =
        item && proposal
          ? await turnRound(by, item, { ...mistaken, proposal }, form, decidedOn)
          : null;
      const now = item && (await by.tx.item.findUniqueOrThrow({ where: { id: item.id } }));
      await appendDecision(by, taken, {
        result: form.result,
        words: form.words,
        minuteReference: form.minuteReference,
        item: now ?? undefined,
        proposal: proposal ?? undefined,
        supersedesId: mistaken.id,
        updateNumber,
      });
    },
    () => undefined,
  );
}

async function takenAt(
  by: Change,
  form: SupersedeDecision,
  proposal: Proposal | null,
): Promise<Taken> {
  if (form.taken !== UNDER_DELEGATION) return { meeting: await decidingMeeting(by, form.taken) };
  const { delegatedToId = '', decidedOn = '' } = form;
  return delegation(by, proposal, { delegatedToId, decidedOn });
}
