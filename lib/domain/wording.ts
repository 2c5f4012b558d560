import type { z } from 'zod';
import { basedOn, requiredLine, requiredText } from './fields';

const reason = requiredText('Say why it is changed', 500);
const shortTitle = requiredLine('Enter a short title', 120);

/** What the board calls a recommendation or a commitment. The text it stands for stays. */
export const setShortTitleSchema = basedOn.extend({ shortTitle, reason });
export type SetShortTitle = z.infer<typeof setShortTitleSchema>;

/** The wording of a recommendation that somebody copied by hand, put right. */
export const editRecommendationSchema = basedOn.extend({
  shortTitle,
  text: requiredText('Enter the recommendation, word for word', 8000),
  reason,
});
export type EditRecommendation = z.infer<typeof editRecommendationSchema>;
