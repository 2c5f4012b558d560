import { z } from 'zod';
import { londonDay, type PlainDate } from '@/lib/domain/dates';
import {
  type DecideUnderDelegation,
  type DecisionResult,
  defaultMinuteReference,
  type NoteDecision,
  type ProposalResult,
  RESULT_NAMES,
  type RecordDecisions,
  refuseDay,
  refuseDelegation,
  refuseMeeting,
} from '@/lib/domain/decision';
import { ConflictError, NotFoundError, RuleError } from '@/lib/domain/errors';
import { isMeetingSlug } from '@/lib/domain/meeting-name';
import type { Decision, Item, Meeting, Proposal } from '@/prisma/client/client';
import { type Change, change } from './change';
import { author, type Context, demand } from './context';
import { carryOut } from './decision-effects';
import { readHands, sayTie } from './independence';
import { lockItem, recordTime } from './items';
import { lock } from './lock';
import { toColumn, toPlainDate } from './plain-date';
import { pendingProposal, proposerOf } from './proposals';
import { queryRows } from './query-rows';
import { visibleItem } from './visibility';

const REFERENCE = z.object({ reference: z.string() });

/** Where and when it was decided. */
export type Taken =
  | { meeting: Meeting }
  | { decidedOn: PlainDate; delegatedToId: string; delegatedToVersion: number };

export function takenColumns(taken: Taken) {
  return 'meeting' in taken
    ? { meetingId: taken.meeting.id, decidedOn: taken.meeting.date }
    : {
        delegatedToId: taken.delegatedToId,
        delegatedToVersion: taken.delegatedToVersion,
        decidedOn: toColumn(taken.decidedOn),
      };
}

async function minuteReference(
  { tx }: Change,
  taken: Taken,
  wanted: string | undefined,
): Promise<string> {
  if (wanted) return wanted;
  if ('meeting' in taken) {
    const count = await tx.decision.count({ where: { meetingId: taken.meeting.id } });
    return defaultMinuteReference({ meeting: taken.meeting.slug }, count + 1);
  }
  const count = await tx.decision.count({
    where: { meetingId: null, decidedOn: toColumn(taken.decidedOn) },
  });
  return defaultMinuteReference({ delegatedOn: taken.decidedOn }, count + 1);
}

/** Appends one decision and records it. */
export async function appendDecision(
  by: Change,
  taken: Taken,
  decision: {
    result: DecisionResult;
    words?: string;
    minuteReference?: string;
    item?: Item;
    proposal?: Proposal;
    supersedesId?: string;
    updateNumber?: number | null;
  },
): Promise<Decision> {
  const { item, proposal, result, words, supersedesId, updateNumber } = decision;
  const recordedAt = item ? await recordTime(by, item) : by.now;
  const row = await by.tx.decision.create({
    data: {
      recordedAt,
      ...author(by),
      ...takenColumns(taken),
      minuteReference: await minuteReference(by, taken, decision.minuteReference),
      itemId: item?.id,
      proposalNumber: proposal?.number,
      result,
      words,
      supersedesId,
      updateNumber,
    },
  });
  await by.record({
    kind: `decision.${result}`,
    itemId: item?.id,
    meetingId: row.meetingId ?? undefined,
    decisionId: row.id,
    subjectNumber: proposal?.number,
    recordedAt,
  });
  return row;
}

/** A meeting that may have decided things by now, held until the end. @throws NotFoundError, RuleError */
export async function decidingMeeting(by: Change, slug: string): Promise<Meeting> {
  await lock(by.tx, 'meetings');
  const meeting = isMeetingSlug(slug) ? await by.tx.meeting.findUnique({ where: { slug } }) : null;
  if (!meeting) throw new NotFoundError('That meeting');
  const { cancelled } = meeting;
  const refused = refuseMeeting({ date: toPlainDate(meeting.date), cancelled }, londonDay(by.now));
  if (refused) throw new RuleError({ '': refused });
  return meeting;
}

async function decide(
  by: Change,
  taken: Taken,
  item: Item,
  proposal: Proposal,
  said: {
    result: ProposalResult;
    words?: string;
    minuteReference?: string;
  },
): Promise<void> {
  const day = toPlainDate(takenColumns(taken).decidedOn);
  const wrongDay = refuseDay(day, londonDay(proposal.recordedAt), londonDay(by.now));
  if (wrongDay) throw new RuleError({ result: wrongDay });
  const updateNumber =
    said.result === 'agreed'
      ? await carryOut(by, item, proposal, takenColumns(taken).decidedOn, said.words)
      : null;
  await appendDecision(by, taken, { ...said, item, proposal, updateNumber });
}

/** Locks an item by its id, if the actor may see it. */
async function lockById(by: Change, itemId: string): Promise<Item | null> {
  const [found] = await queryRows(by.tx, REFERENCE)`
    SELECT i.reference FROM "Item" i WHERE i.id = ${itemId}::uuid AND ${visibleItem(by.actor)}`;
  return found ? lockItem(by, found.reference) : null;
}

/** Says what became of a proposal that a form still shows as waiting. @throws ConflictError */
async function refuseSettled(by: Change, item: Item, number: number): Promise<never> {
  const proposal = await by.tx.proposal.findUnique({
    where: { itemId_number: { itemId: item.id, number } },
    include: {
      withdrawal: { include: { author: true } },
      decisions: { include: { author: true }, orderBy: { recordedAt: 'asc' }, take: 1 },
    },
  });
  const end = proposal?.withdrawal ?? proposal?.decisions[0];
  if (!end) throw new NotFoundError('That proposal');
  const decided = 'result' in end;
  throw new ConflictError(number, [
    {
      who: end.author?.name ?? 'The system',
      at: end.recordedAt.toISOString(),
      what: decided
        ? `Recorded a decision on ${item.reference}`
        : `Withdrew the proposal about ${item.reference}`,
      details: decided
        ? [
            { label: 'Decision', value: RESULT_NAMES[end.result] },
            { label: 'Minute reference', value: end.minuteReference },
          ]
        : [{ label: 'Reason', value: end.reason }],
    },
  ]);
}

/**
 * Records what a meeting decided on the proposals before it, in one pass: all of it, or nothing.
 * @throws NotFoundError, NotAllowedError, ConflictError, RuleError
 */
export function recordDecisions(
  context: Context,
  slug: string,
  form: RecordDecisions,
): Promise<void> {
  return change(
    context,
    { action: 'recordDecisions', subject: slug, form },
    async (by) => {
      const meeting = await decidingMeeting(by, slug);
      const decided = Object.entries(form.lines).flatMap(([itemId, line]) => {
        const result = line.result || form.rest;
        return result === 'open' ? [] : [{ ...line, result, itemId }];
      });
      // In the order of ids, so that two passes at once wait for each other instead of locking up.
      const ordered = [...decided].sort((a, b) => a.itemId.localeCompare(b.itemId));
      const items = new Map<string, Item>();
      for (const { itemId } of ordered) {
        const item = await lockById(by, itemId);
        if (!item) throw new NotFoundError('That proposal');
        items.set(itemId, item);
      }
      demand(context, 'decide');
      if (decided.length === 0) {
        throw new RuleError({ '': 'Nothing is decided yet: choose a decision for at least one' });
      }
      const refused: Record<string, string> = {};
      for (const { itemId, proposal: number, ...said } of decided) {
        const item = items.get(itemId) as Item;
        const proposal = await pendingProposal(by, itemId);
        if (proposal?.number !== number) await refuseSettled(by, item, number);
        try {
          await decide(by, { meeting }, item, proposal as Proposal, said);
        } catch (error) {
          // Every line that cannot be is told together; the transaction undoes the others.
          if (!(error instanceof RuleError)) throw error;
          refused[`lines.${itemId}.result`] = `${item.reference}: ${error.message}`;
        }
      }
      if (Object.keys(refused).length > 0) throw new RuleError(refused);
    },
    () => undefined,
  );
}

/** What the board decided in words of its own. @throws NotFoundError, NotAllowedError, RuleError */
export function noteDecision(context: Context, slug: string, form: NoteDecision): Promise<void> {
  return change(
    context,
    { action: 'noteDecision', subject: slug, form },
    async (by) => {
      demand(context, 'decide');
      const meeting = await decidingMeeting(by, slug);
      const { result, words, minuteReference: wanted } = form;
      await appendDecision(by, { meeting }, { result, words, minuteReference: wanted });
    },
    () => undefined,
  );
}

/**
 * Records a decision that a person took between meetings, as the board lets them. It is reported
 * to the next meeting.
 * @throws NotFoundError, NotAllowedError, ConflictError, RuleError
 */
export function decideUnderDelegation(
  context: Context,
  reference: string,
  form: DecideUnderDelegation,
): Promise<void> {
  return change(
    context,
    { action: 'decideUnderDelegation', subject: reference, form },
    async (by) => {
      const item = await lockItem(by, reference);
      demand(context, 'decide');
      const proposal = await pendingProposal(by, item.id);
      if (proposal?.number !== form.proposal) return refuseSettled(by, item, form.proposal);
      const taken = await delegation(by, proposal, form);
      await decide(by, taken, item, proposal, form);
    },
    () => undefined,
  );
}

const APART = 'Somebody else records or decides it, or it goes to a meeting';

/** @throws RuleError for whoever cannot decide it alone, or write that down */
export async function delegation(
  by: Change,
  proposal: Proposal | null,
  form: Pick<DecideUnderDelegation, 'delegatedToId' | 'decidedOn'>,
): Promise<Taken> {
  const { delegatedToId, decidedOn } = form;
  const today = londonDay(by.now);
  const from = proposal ? londonDay(proposal.recordedAt) : decidedOn;
  const wrongDay = refuseDay(decidedOn, from, today);
  if (wrongDay) throw new RuleError({ decidedOn: wrongDay });
  const decider = await by.tx.person.findUnique({ where: { id: delegatedToId } });
  if (!decider || decider.deactivatedAt) {
    throw new RuleError({ delegatedToId: 'Choose who decided it' });
  }
  const recorderId = by.actor.kind === 'person' ? by.actor.id : null;
  // Whoever wrote a proposal down in another's name proposed it as well.
  for (const proposerId of new Set(proposal ? [proposerOf(proposal), proposal.authorId] : [])) {
    const refused = refuseDelegation(
      { proposerId, recorderId, deciderId: delegatedToId },
      await readHands({ db: by.tx, now: by.now }),
    );
    if (!refused) continue;
    const { field } = refused;
    const why =
      'tie' in refused ? `${await sayTie({ db: by.tx }, refused.tie)}. ${APART}` : refused.refused;
    throw new RuleError({ [field]: why });
  }
  return { decidedOn, delegatedToId, delegatedToVersion: decider.version };
}
