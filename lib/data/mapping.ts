import type { MapCommitment, MapRecommendation } from '@/lib/domain/mapping';
import { change } from './change';
import { type Context, demand } from './context';
import { demandKind, lockItem } from './items';
import { setLinks } from './links';

/** Says what a recommendation belongs to. @throws NotFoundError, NotAllowedError, RuleError */
export function mapRecommendation(
  context: Context,
  reference: string,
  form: MapRecommendation,
): Promise<void> {
  return change(
    context,
    { action: 'mapRecommendation', subject: reference, form },
    async (by) => {
      const item = await lockItem(by, reference);
      demandKind(item, 'recommendation');
      demand(context, 'manageSources');
      await setLinks(by, item, { itemIds: [], groupingIds: form.groupingIds });
    },
    () => undefined,
  );
}

/**
 * Says which recommendations a commitment answers, and how closely.
 * @throws NotFoundError, NotAllowedError, RuleError
 */
export function mapCommitment(
  context: Context,
  reference: string,
  form: MapCommitment,
): Promise<void> {
  return change(
    context,
    { action: 'mapCommitment', subject: reference, form },
    async (by) => {
      const item = await lockItem(by, reference);
      demandKind(item, 'commitment');
      demand(context, 'manageSources');
      const { answers, groupingIds } = form;
      await setLinks(by, item, {
        itemIds: Object.keys(answers),
        groupingIds,
        strengths: answers,
      });
    },
    () => undefined,
  );
}
