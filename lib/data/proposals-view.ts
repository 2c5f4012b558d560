import { z } from 'zod';
import type { DecisionView, ProposalView } from '@/lib/domain/decision-view';
import { type Actor, can, maySee } from '@/lib/domain/permissions';
import { inWords } from '@/lib/domain/proposal';
import type { Decision, Item, PersonVersion, Prisma, Proposal } from '@/prisma/client/client';
import { toAuthor } from './authors';
import { type Context, demand } from './context';
import { toPlainDate } from './plain-date';
import { proposerOf } from './proposals';
import { queryRows } from './query-rows';
import { type Moment, recordedBy } from './record';
import { visibleItem } from './visibility';

const MERGE_TARGET = z.object({ id: z.string(), reference: z.string(), shortTitle: z.string() });

/** A proposal with the item it would be merged into. */
export type ProposalRow = Proposal & {
  author: PersonVersion | null;
  onBehalfOf: PersonVersion | null;
  mergedInto: Item | null;
};

export const WITH_PROPOSAL = {
  author: true,
  onBehalfOf: true,
  mergedInto: true,
} satisfies Prisma.ProposalInclude;

export type DecisionRow = Decision & {
  author: PersonVersion | null;
  delegatedTo: PersonVersion | null;
  meeting: { slug: string } | null;
  item: Item | null;
  proposal: ProposalRow | null;
  supersedes: Decision | null;
  superseding: Decision | null;
};

export const WITH_DECISION = {
  author: true,
  delegatedTo: true,
  meeting: { select: { slug: true } },
  item: true,
  proposal: { include: WITH_PROPOSAL },
  supersedes: true,
  superseding: true,
} satisfies Prisma.DecisionInclude;

/** What a closure merges into, by its reference where the reader may know of it. */
export function mergesInto(
  actor: Actor,
  into: Pick<Item, 'reference' | 'lifecycle' | 'restricted' | 'hiddenFrom'> | null,
) {
  return (
    into && { reference: maySee(actor, into) ? into.reference : null, lifecycle: into.lifecycle }
  );
}

/** What is proposed, in words; what the reader may not know of is not named. */
function asks(actor: Actor, row: ProposalRow): string {
  const into = row.mergedInto;
  return inWords({
    kind: row.kind,
    presentDueDate: toPlainDate(row.presentDueDate),
    dueDate: toPlainDate(row.dueDate),
    reviewDate: toPlainDate(row.reviewDate),
    outcome: row.outcome,
    finishedOn: toPlainDate(row.finishedOn),
    mergedInto: into && (maySee(actor, into) ? into.reference : 'a restricted action'),
    passedTo: row.passedTo,
    rag: row.rag,
  });
}

const named = (decision: Decision | null) =>
  decision && { id: decision.id, minuteReference: decision.minuteReference };

/** @param shown the item by the name it has at that moment; a decision in words has none */
export function toDecision(
  { actor, asAt, now }: Pick<Context, 'actor'> & Moment,
  row: DecisionRow,
  shown?: { shortTitle: string | null },
): DecisionView {
  const { item, proposal } = row;
  // Superseded later than the moment that is asked for: it still stood then.
  const stood = asAt && row.superseding && row.superseding.recordedAt > now;
  return {
    id: row.id,
    result: row.result,
    words: row.words,
    minuteReference: row.minuteReference,
    decidedOn: toPlainDate(row.decidedOn),
    recordedAt: row.recordedAt.toISOString(),
    author: toAuthor(row.author),
    meeting: row.meeting && { slug: row.meeting.slug, date: toPlainDate(row.decidedOn) },
    delegatedTo: toAuthor(row.delegatedTo),
    byProposer: row.authorId !== null && proposal !== null && proposerOf(proposal) === row.authorId,
    supersededBy: stood ? null : named(row.superseding),
    supersedes: named(row.supersedes),
    item: item && {
      id: item.id,
      reference: item.reference,
      kind: item.kind,
      shortTitle: shown?.shortTitle ?? item.shortTitle,
      restricted: item.restricted,
    },
    proposed: proposal && asks(actor, proposal),
  };
}

/** Its words, its proposer, and what it asks for. */
export function toProposal(
  { actor, asAt }: Context,
  item: Pick<Item, 'kind' | 'ownerId'>,
  row: ProposalRow,
) {
  return {
    number: row.number,
    kind: row.kind,
    asks: asks(actor, row),
    reason: row.reason,
    rating:
      row.rag && row.headline
        ? { rag: row.rag, headline: row.headline, recovery: row.recovery }
        : null,
    at: row.recordedAt.toISOString(),
    proposer: toAuthor(row.onBehalfOf ?? row.author),
    mayWithdraw: !asAt && can(actor, 'withdrawProposal', { ...item, addedById: proposerOf(row) }),
  };
}

/** One query for the names of all who had a part in it. */
async function authorsOf(db: Context['db'], refs: ReadonlyArray<[string | null, number | null]>) {
  const OR = refs.flatMap(([personId, version]) =>
    personId !== null && version !== null ? [{ personId, version }] : [],
  );
  const versions = await db.personVersion.findMany({ where: { OR } });
  return (personId: string | null, version: number | null) =>
    versions.find((one) => one.personId === personId && one.version === version) ?? null;
}

/**
 * Everything that was proposed about an item, newest first, and what became of it. Whether the
 * actor may see the item has been asked.
 */
export async function listProposals(
  context: Context,
  itemId: string,
): Promise<(item: Pick<Item, 'kind' | 'ownerId'>) => ProposalView[]> {
  const then = recordedBy(context);
  const [rows, decided] = await Promise.all([
    context.db.proposal.findMany({
      where: { itemId, ...then },
      orderBy: { number: 'desc' },
      include: { mergedInto: true, withdrawal: true },
    }),
    context.db.decision.findMany({
      where: { itemId, ...then },
      orderBy: [{ recordedAt: 'asc' }, { id: 'asc' }],
      include: { meeting: { select: { slug: true } } },
    }),
  ]);
  const nameOf = await authorsOf(context.db, [
    ...rows.flatMap(
      (row): Array<[string | null, number | null]> => [
        [row.authorId, row.authorVersion],
        [row.onBehalfOfId, row.onBehalfOfVersion],
        [row.withdrawal?.authorId ?? null, row.withdrawal?.authorVersion ?? null],
      ],
    ),
    ...decided.flatMap(
      (row): Array<[string | null, number | null]> => [
        [row.authorId, row.authorVersion],
        [row.delegatedToId, row.delegatedToVersion],
      ],
    ),
  ]);
  return (item) =>
    rows.map((bare): ProposalView => {
      const row: ProposalRow = {
        ...bare,
        author: nameOf(bare.authorId, bare.authorVersion),
        onBehalfOf: nameOf(bare.onBehalfOfId, bare.onBehalfOfVersion),
      };
      const written =
        !context.asAt || (bare.withdrawal && bare.withdrawal.recordedAt <= context.now);
      const withdrawal = written ? bare.withdrawal : null;
      const decisions = decided
        .filter((decision) => decision.proposalNumber === bare.number)
        .map((decision) =>
          toDecision(context, {
            ...decision,
            item: null,
            proposal: row,
            author: nameOf(decision.authorId, decision.authorVersion),
            delegatedTo: nameOf(decision.delegatedToId, decision.delegatedToVersion),
            supersedes: decided.find(({ id }) => id === decision.supersedesId) ?? null,
            superseding: decided.find(({ supersedesId }) => supersedesId === decision.id) ?? null,
          }),
        );
      const state = withdrawal ? 'withdrawn' : (decisions.at(-1)?.result ?? 'pending');
      const proposal = toProposal(context, item, row);
      return {
        ...proposal,
        state,
        withdrawal: withdrawal && {
          at: withdrawal.recordedAt.toISOString(),
          author: toAuthor(nameOf(withdrawal.authorId, withdrawal.authorVersion)),
          reason: withdrawal.reason,
        },
        decisions,
        mayWithdraw: state === 'pending' && proposal.mayWithdraw,
      };
    });
}

/** What an item could be merged into: open ones of its kind that the actor may see. */
export async function listMergeTargets(
  context: Context,
  reference: string,
): Promise<Array<{ id: string; reference: string; shortTitle: string }>> {
  demand(context, 'read');
  return queryRows(context.db, MERGE_TARGET)`
    SELECT i.id, i.reference, i."shortTitle" FROM "Item" i
    WHERE i.kind = (SELECT one.kind FROM "Item" one WHERE one.reference = ${reference})
      AND i.reference <> ${reference} AND i.rated AND i.lifecycle = 'open'
      AND ${visibleItem(context.actor)}
    ORDER BY i.ordinal`;
}
