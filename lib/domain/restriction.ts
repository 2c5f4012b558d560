import { z } from 'zod';
import { ids, requiredDate, requiredText, submission } from './fields';

export const RESTRICTION_CATEGORIES = ['personal', 'commercial', 'legal', 'other'] as const;
export type RestrictionCategory = (typeof RESTRICTION_CATEGORIES)[number];
export const RESTRICTION_NAMES: Record<RestrictionCategory, string> = {
  personal: 'Personal',
  commercial: 'Commercial',
  legal: 'Legal or police',
  other: 'Other',
};

/** Hides a local action or a piece of evidence from viewers and from named organisations. */
export const restrictSchema = submission.extend({
  category: z.enum(RESTRICTION_CATEGORIES, 'Choose a category'),
  reason: requiredText('Say why it is restricted', 1000),
  review: requiredDate('The review date', { planned: true }),
  hiddenFrom: ids('Choose organisations from the list'),
});
export type Restrict = z.infer<typeof restrictSchema>;

export const releaseSchema = submission.extend({
  reason: requiredText('Say why it is released', 1000),
});
export type Release = z.infer<typeof releaseSchema>;
