import { z } from 'zod';
import { CHALLENGE_RULES } from './challenge';
import { requiredText, submission } from './fields';
import { parseReference } from './item';
import { isMeetingSlug } from './meeting-name';

/** A challenge as forms and addresses name it. */
export interface ChallengeKey {
  rule: string;
  reference: string;
}

/** { rule: 'no_owner', reference: 'R5' } → 'no_owner:R5' */
export function challengeKey({ rule, reference }: ChallengeKey): string {
  return `${rule}:${reference}`;
}

/** And back; undefined for what names no challenge. */
export function parseChallengeKey(text: string): ChallengeKey | undefined {
  const [name, rest = '', ...more] = text.split(':');
  const rule = CHALLENGE_RULES.find((one) => one.name === name);
  const reference = parseReference(rest);
  return rule && reference && more.length === 0 ? { rule: rule.name, reference } : undefined;
}

const AGAIN = 'Open the form again and choose from its list';
const key = z.string().transform((text, context): ChallengeKey => {
  const parsed = parseChallengeKey(text);
  if (parsed) return parsed;
  context.addIssue({ code: 'custom', message: AGAIN });
  return z.NEVER;
});
/** The meeting the form was drawn for. */
const meeting = z.string(AGAIN).refine(isMeetingSlug, AGAIN);
const reason = requiredText('Say why', 500);

/** Several at once, with one reason. */
export const acknowledgeSchema = submission.extend({
  meeting,
  challenges: z
    .union([z.string(), z.array(z.string())])
    .optional()
    .transform((value) => [...new Set([value ?? []].flat().filter(Boolean))])
    .pipe(z.array(key).min(1, 'Choose at least one challenge').max(500)),
  reason,
});
export type Acknowledge = z.infer<typeof acknowledgeSchema>;

export const takeBackSchema = submission.extend({ meeting, challenge: key, reason });
export type TakeBack = z.infer<typeof takeBackSchema>;
