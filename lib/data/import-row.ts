import { londonDay } from '@/lib/domain/dates';
import { NotFoundError, RuleError } from '@/lib/domain/errors';
import type { RowWrite } from '@/lib/domain/import-model';
import { checkWrite } from '@/lib/domain/import-write';
import { type ItemKind, prefixOf } from '@/lib/domain/item';
import type { ItemSubject } from '@/lib/domain/permissions';
import { isNational } from '@/lib/domain/source';
import type { Item, Source } from '@/prisma/client/client';
import type { Recording } from './change';
import { author, demand } from './context';
import { appendEvidence, evidenceDates } from './evidence';
import type { Known } from './import-known';
import { demandOpen, recordTime } from './items';
import { appendLinks } from './links';
import { appendLocalAction, beginsWith } from './local-actions';
import { newId } from './new-id';
import { toColumn } from './plain-date';
import { appendProposal, finished, laterDate, refuseItem } from './proposals';
import { appendRecommendation } from './recommendations';
import { appendDates, appendRating, appendUpdate, ownedBy } from './status-updates';
import { appendWording } from './wordings';

/** Where new items of an import go. */
export interface Begin {
  /** The number of the next one, or the one that is wanted. */
  next(wanted?: number): number;
  /** Of recommendations; null for local actions. */
  source: Source | null;
}

type Dates = NonNullable<RowWrite['dates']>;
const scheduled = ({ due, review, firstDue }: Dates) => ({
  scheduling: due ? ('due' as const) : ('ongoing' as const),
  due: due ?? undefined,
  review: review ?? undefined,
  firstDue: firstDue ?? undefined,
});

function demandOrganisation(id: string | undefined, known: Known): void {
  if (id && !known.organisationIds.has(id)) throw new RuleError({ '': 'There is no such lead' });
}

async function begin(by: Recording, write: RowWrite, known: Known, { next, source }: Begin) {
  const { shortTitle = '', text = '', yourReference, alsoInvolved } = write.wording;
  if (source) {
    demand(by, 'manageSources');
    const reference = `${source.prefix}${next(write.number)}`;
    return appendRecommendation(by, source, reference, { shortTitle, text, yourReference });
  }
  demand(by, 'editLocalActions', { kind: 'local_action', ownerId: null });
  demandOrganisation(write.leadOrganisationId, known);
  return appendLocalAction(
    by,
    next(),
    {
      shortTitle,
      text,
      yourReference,
      alsoInvolved,
      ...(write.dates && scheduled(write.dates)),
    },
    beginsWith(write, known.people.get(write.ownerId ?? '') ?? null),
  );
}

async function reword(by: Recording, item: Item, write: RowWrite, known: Known) {
  const patch = Object.fromEntries(
    Object.entries(write.wording).filter(([, value]) => value !== undefined),
  );
  if (Object.keys(patch).length === 0) return;
  if (item.kind === 'local_action') {
    demand(by, 'editLocalActions', item);
    demandOpen(item);
  } else {
    demand(by, 'manageSources');
    if ('text' in patch && isNational(prefixOf(item.reference))) {
      throw new RuleError({ '': `The text of ${item.reference} stays word for word` });
    }
  }
  const before = known.wordings.get(item.id);
  if (!before) throw new NotFoundError(item.reference);
  await appendWording(by, item, before, patch, null);
}

async function own(by: Recording, item: Item, write: RowWrite, known: Known) {
  const { ownerId, leadOrganisationId } = write;
  if (!ownerId && !leadOrganisationId) return;
  demand(by, 'setOwner', item);
  demandOpen(item);
  demandOrganisation(leadOrganisationId, known);
  const owned = ownerId
    ? ownedBy(item, known.people.get(ownerId) ?? null, leadOrganisationId)
    : { leadOrganisationId };
  await appendUpdate(by, item, 'owner', owned);
}

async function link(by: Recording, item: Item, { linkIds }: RowWrite, known: Known) {
  if (!linkIds) return;
  demand(by, 'editLocalActions', item);
  demandOpen(item);
  const { itemIds, groupingIds } = known.linkable;
  if (item.kind !== 'local_action' || linkIds.some((id) => !itemIds.has(id))) {
    throw new RuleError({ '': 'It cannot be linked to that' });
  }
  const standing = known.links.get(item.id) ?? [];
  await appendLinks(
    by,
    item,
    {
      itemIds: linkIds,
      // A file says nothing of groupings, nor of how closely something is answered.
      groupingIds: standing.flatMap(({ toGroupingId }) => toGroupingId ?? []),
      strengths: Object.fromEntries(
        standing.flatMap(({ toItemId, strength }) =>
          toItemId && strength ? [[toItemId, strength]] : [],
        ),
      ),
    },
    { possible: new Set([...itemIds, ...groupingIds]), standing },
  );
}

async function propose(by: Recording, item: Item, { proposal }: RowWrite, known: Known) {
  if (!proposal) return;
  const { kind, reason } = proposal;
  const pending = known.pending.get(item.id) ?? null;
  refuseItem(item, pending, kind === 'extension' ? 'proposeExtension' : 'proposeClosure');
  const number = (known.proposals.get(item.id) ?? 0) + 1;
  known.proposals.set(item.id, number);
  known.pending.set(item.id, kind);
  const asked =
    kind === 'extension'
      ? laterDate(item, scheduled({ ...proposal, firstDue: null }))
      : finished(by, proposal.finishedOn);
  await appendProposal(by, item, kind, number, { ...asked, reason });
}

async function prove(by: Recording, item: Item, { evidence }: RowWrite, known: Known) {
  if (!evidence) return;
  demandOpen(item);
  const today = londonDay(by.now);
  await appendEvidence(by, item, {
    kind: 'link',
    ...evidence,
    shows: 'Named as evidence in an imported spreadsheet, which does not say when it is from.',
    ...evidenceDates(today, known.reviewMonths, { datedOn: today, reviewOn: undefined }),
  });
}

async function note(
  by: Recording,
  item: Item,
  { notes }: RowWrite,
  from: { importId: string; row: number },
) {
  if (notes.length === 0) return;
  const recordedAt = await recordTime(by, item);
  await by.append(
    'importedNote',
    ...notes.map(({ heading, text, on, rag }, index) => ({
      ...from,
      id: newId(),
      itemId: item.id,
      ordinal: index + 1,
      recordedAt,
      ...author(by),
      heading,
      text,
      statedOn: toColumn(on),
      rag,
    })),
  );
  await by.record({ kind: 'notes.imported', itemId: item.id, recordedAt });
}

/**
 * Does what a row of a file asks for: the rows that the forms would leave, each by the permission
 * and the rules of its form.
 * @param from the import, and the row of the sheet from 1
 * @throws NotAllowedError, NotFoundError, RuleError
 */
export async function writeRow(
  by: Recording,
  asked: RowWrite,
  known: Known,
  begins: Begin,
  from: { importId: string; row: number },
): Promise<Item> {
  const there = asked.reference === null ? null : known.items.get(asked.reference);
  if (there === undefined) throw new NotFoundError(asked.reference ?? undefined);
  const newKind: ItemKind = begins.source ? 'recommendation' : 'local_action';
  const checked = checkWrite(asked, there?.kind ?? newKind);
  if ('refused' in checked) throw new RuleError({ '': checked.refused });
  const { write } = checked;
  const item = there ?? (await begin(by, write, known, begins));
  // Whoever gives an item to somebody else in a row was its owner when they did so.
  const subject: ItemSubject = { kind: item.kind, ownerId: item.ownerId };
  if (there) await reword(by, item, write, known);
  // A local action begins with its owner and dates, a recommendation without.
  if (there || begins.source) {
    await own(by, item, write, known);
    if (write.dates) {
      demand(by, 'editLocalActions', subject);
      demandOpen(item);
      await appendDates(by, item, scheduled(write.dates));
    }
  }
  await link(by, item, write, known);
  if (write.update) {
    demand(by, 'setRag', subject);
    demandOpen(item);
    const { recovery, nextStep, ...said } = write.update;
    await appendRating(by, item, {
      ...said,
      recovery: recovery ?? undefined,
      nextStep: nextStep ?? undefined,
    });
  }
  if (write.evidence) demand(by, 'addEvidence', subject);
  await prove(by, item, write, known);
  if (write.proposal) demand(by, 'propose', subject);
  await propose(by, item, write, known);
  if (write.notes.length > 0) demand(by, 'setRag', subject);
  await note(by, item, write, from);
  return item;
}
