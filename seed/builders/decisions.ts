import type { Context } from '@/lib/data/context';
import { decideUnderDelegation, recordDecisions } from '@/lib/data/decisions';
import {
  proposeClosure,
  proposeExtension,
  proposeReopening,
  withdrawProposal,
} from '@/lib/data/proposals';
import { supersedeDecision } from '@/lib/data/supersede';
import type {
  DecideUnderDelegation,
  ProposalResult,
  SupersedeDecision,
} from '@/lib/domain/decision';
import type { ProposeClosure, ProposeExtension, ProposeReopening } from '@/lib/domain/proposal';
import { formOn, opened } from './register';

type Typed<Form> = Omit<Form, 'submissionId' | 'basedOn'>;

export async function askForTime(
  context: Context,
  reference: string,
  form: Typed<ProposeExtension>,
): Promise<void> {
  await proposeExtension(context, reference, { ...form, ...(await formOn(context, reference)) });
}

export async function askToClose(
  context: Context,
  reference: string,
  form: Typed<ProposeClosure>,
): Promise<void> {
  await proposeClosure(context, reference, { ...form, ...(await formOn(context, reference)) });
}

export async function askToReopen(
  context: Context,
  reference: string,
  form: Typed<ProposeReopening>,
): Promise<void> {
  await proposeReopening(context, reference, { ...form, ...(await formOn(context, reference)) });
}

/** The item, and its newest proposal, whatever became of it. */
async function newestProposal({ db }: Context, reference: string) {
  return db.proposal.findFirstOrThrow({
    where: { item: { reference } },
    orderBy: { number: 'desc' },
  });
}

export async function takeBack(context: Context, reference: string, reason: string): Promise<void> {
  const { number } = await newestProposal(context, reference);
  await withdrawProposal(context, reference, { ...opened(), proposal: number, reason });
}

/** What a meeting decided on the newest proposals about these items. */
export async function decideAt(
  context: Context,
  slug: string,
  decisions: Record<string, { result: ProposalResult; words?: string }>,
): Promise<void> {
  const lines = await Promise.all(
    Object.entries(decisions).map(async ([reference, said]) => {
      const { itemId, number } = await newestProposal(context, reference);
      return [itemId, { proposal: number, ...said }] as const;
    }),
  );
  await recordDecisions(context, slug, {
    ...opened(),
    rest: 'open',
    lines: Object.fromEntries(lines),
  });
}

export async function decideAlone(
  context: Context,
  reference: string,
  form: Omit<DecideUnderDelegation, 'submissionId' | 'proposal'>,
): Promise<void> {
  const { number } = await newestProposal(context, reference);
  await decideUnderDelegation(context, reference, { ...opened(), proposal: number, ...form });
}

/** Supersedes the latest decision about an item. */
export async function decideAgain(
  context: Context,
  reference: string,
  form: Typed<SupersedeDecision>,
): Promise<void> {
  const { id } = await context.db.decision.findFirstOrThrow({
    where: { item: { reference }, superseding: null },
    orderBy: [{ recordedAt: 'desc' }, { id: 'desc' }],
  });
  await supersedeDecision(context, id, { ...form, ...(await formOn(context, reference)) });
}
