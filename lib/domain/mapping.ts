import { z } from 'zod';
import { ids, submission } from './fields';
import { type GroupingKind, type ItemKind, LINK_STRENGTHS } from './item';

/** What an item of each kind can be linked to by hand. Bodies and parts are the sources' own. */
export const MAY_LINK_TO: Record<
  ItemKind,
  { items: readonly ItemKind[]; groupings: readonly GroupingKind[] }
> = {
  recommendation: {
    items: [],
    groupings: ['theme', 'key_area', 'strategy_priority', 'objective'],
  },
  commitment: { items: ['recommendation'], groupings: ['strategy_priority'] },
  local_action: { items: ['recommendation', 'commitment'], groupings: ['theme', 'objective'] },
};

/** What a recommendation belongs to from now on. Links never conflict. */
export const mapRecommendationSchema = submission.extend({
  groupingIds: ids('Choose from the list'),
});
export type MapRecommendation = z.infer<typeof mapRecommendationSchema>;

/** Which recommendations a commitment answers from now on, by their ids, and how closely. */
export const mapCommitmentSchema = submission.extend({
  groupingIds: ids('Choose from the list'),
  answers: z
    .record(z.uuid('Choose from the list'), z.enum([...LINK_STRENGTHS, 'none'], 'Choose one'))
    .optional()
    .transform((answers) =>
      Object.fromEntries(
        Object.entries(answers ?? {}).flatMap(([id, strength]) =>
          strength === 'none' ? [] : [[id, strength] as const],
        ),
      ),
    ),
});
export type MapCommitment = z.infer<typeof mapCommitmentSchema>;
