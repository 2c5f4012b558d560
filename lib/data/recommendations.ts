import { RuleError } from '@/lib/domain/errors';
import { prefixOf, referenceOrdinal } from '@/lib/domain/item';
import { type AddRecommendation, isNational, numberFor } from '@/lib/domain/source';
import type { EditRecommendation, SetShortTitle } from '@/lib/domain/wording';
import type { Item, Source } from '@/prisma/client/client';
import { change, type Recording } from './change';
import { type Context, demand } from './context';
import { demandKind, lockItem } from './items';
import { setLinks } from './links';
import { appendItem } from './new-item';
import { lockSource } from './sources';
import { appendWording, demandLatestWording } from './wordings';

/**
 * Adds a recommendation of one of the board's own sources, not rated yet.
 * @returns its reference, 'N3'
 * @throws NotFoundError, NotAllowedError, RuleError
 */
export function addRecommendation(
  context: Context,
  prefix: string,
  form: AddRecommendation,
): Promise<string> {
  return change(
    context,
    { action: 'addRecommendation', subject: prefix, form },
    async (by) => {
      demand(context, 'manageSources');
      const source = await lockSource(by, prefix);
      const there = await by.tx.item.findMany({
        where: { sourceId: source.id },
        select: { reference: true },
      });
      const taken = there.map(({ reference }) => Number(reference.slice(source.prefix.length)));
      const decided = numberFor(form.number, taken);
      if ('refused' in decided) throw new RuleError({ number: decided.refused });
      const reference = `${source.prefix}${decided.number}`;
      const item = await appendRecommendation(by, source, reference, form);
      await setLinks(by, item, { itemIds: [], groupingIds: form.groupingIds });
      return reference;
    },
    async ({ itemId }, tx) =>
      (await tx.item.findUniqueOrThrow({ where: { id: itemId ?? '' } })).reference,
  );
}

/** Adds a recommendation to a source, not rated yet. */
export async function appendRecommendation(
  by: Recording,
  source: Pick<Source, 'id' | 'ordinal'>,
  reference: string,
  wording: Pick<AddRecommendation, 'shortTitle' | 'text'> & { yourReference?: string },
): Promise<Item> {
  const item = await appendItem(by, {
    kind: 'recommendation',
    reference,
    ordinal: referenceOrdinal(reference, source.ordinal),
    sourceId: source.id,
    shortTitle: wording.shortTitle,
    text: wording.text,
    yourReference: wording.yourReference ?? null,
  });
  await by.record({ kind: 'item.created', itemId: item.id, subjectNumber: 1 });
  return item;
}

/**
 * Puts right the wording of a recommendation that was added by hand.
 * @throws NotFoundError, NotAllowedError, ConflictError, or RuleError for the review's own words
 */
export function editRecommendation(
  context: Context,
  reference: string,
  form: EditRecommendation,
): Promise<void> {
  return change(
    context,
    { action: 'editRecommendation', subject: reference, form },
    async (by) => {
      const item = await lockItem(by, reference);
      demandKind(item, 'recommendation');
      demand(context, 'manageSources');
      if (isNational(prefixOf(item.reference))) {
        throw new RuleError({
          '': `The text of ${item.reference} stays word for word: only its short title can change`,
        });
      }
      const before = await demandLatestWording(by, item, form.basedOn);
      const { shortTitle, text, reason } = form;
      await appendWording(by, item, before, { shortTitle, text }, reason);
    },
    () => undefined,
  );
}

/**
 * What the board calls a recommendation or a commitment, headings and notes included.
 * @throws NotFoundError, NotAllowedError, ConflictError, RuleError
 */
export function setShortTitle(
  context: Context,
  reference: string,
  form: SetShortTitle,
): Promise<void> {
  return change(
    context,
    { action: 'setShortTitle', subject: reference, form },
    async (by) => {
      const item = await lockItem(by, reference);
      // A local action's title is one of its details, and has their form.
      if (item.kind === 'local_action') demandKind(item, 'recommendation');
      demand(context, 'manageSources');
      const before = await demandLatestWording(by, item, form.basedOn);
      await appendWording(by, item, before, { shortTitle: form.shortTitle }, form.reason);
    },
    () => undefined,
  );
}
