import { z } from 'zod';
import { basedOn, optionalText, requiredLine, requiredText } from './fields';
import { needsRecovery, PICKABLE_RAG } from './rag';

export const UPDATE_KINDS = [
  'baseline',
  'rag',
  'no_change',
  'owner',
  'dates',
  'our_role',
  'withdrawal',
  'extension',
  'closure',
  'reopening',
  'correction',
] as const;
export type UpdateKind = (typeof UPDATE_KINDS)[number];

export const HEADLINE_LIMIT = 200;
const WORDS_LIMIT = 4000;

/** A rating with its headline and words. Red and Amber say what would bring the item back. */
export const setRagSchema = basedOn
  .extend({
    rag: z.enum(PICKABLE_RAG, 'Choose Red, Amber or Green'),
    headline: requiredLine('Enter a headline', HEADLINE_LIMIT),
    words: requiredText('Say what has happened since the last update', WORDS_LIMIT),
    recovery: optionalText(WORDS_LIMIT),
  })
  .refine((update) => !needsRecovery(update.rag) || update.recovery !== undefined, {
    path: ['recovery'],
    error: 'Say what would bring it back',
    // Said together with what else is missing, not only once the rest is right.
    when: () => true,
  });
export type SetRag = z.infer<typeof setRagSchema>;

/** Nothing has changed: the rating and the headline stay, and the next step is named. */
export const noChangeSchema = basedOn.extend({
  nextStep: requiredText('Say what the next step is', WORDS_LIMIT),
  words: optionalText(WORDS_LIMIT),
});
export type NoChange = z.infer<typeof noChangeSchema>;
