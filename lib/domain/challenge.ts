import {
  closureWithoutEvidence,
  dateMoved,
  fundingEndsFirst,
  greenOverdue,
  greenWithoutEvidence,
  noDate,
} from './challenge-dates';
import type { ChallengeFacts } from './challenge-facts';
import type { ChallengeRule, Finding } from './challenge-rule';
import {
  amberThreeMeetings,
  betterThanItsActions,
  deliverWithoutAction,
  noOwner,
  notRated,
  noUpdate,
  redWithoutWords,
} from './challenge-standing';

/** What does not add up, in the order of the design (section 3, "Challenge list"). */
export const CHALLENGE_RULES: readonly ChallengeRule[] = [
  noOwner,
  notRated,
  noUpdate,
  deliverWithoutAction,
  greenOverdue,
  greenWithoutEvidence,
  amberThreeMeetings,
  redWithoutWords,
  noDate,
  dateMoved,
  closureWithoutEvidence,
  betterThanItsActions,
  fundingEndsFirst,
];

export interface Challenge extends Finding {
  rule: string;
}

/** The rules that an item does not keep. Only what is open is asked, and rated. */
export function challengesOf(facts: ChallengeFacts): Challenge[] {
  return CHALLENGE_RULES.flatMap((rule) => {
    if (facts.lifecycle !== 'open' && !rule.completeToo) return [];
    const found = rule.applies(facts);
    return found ? [{ rule: rule.name, ...found }] : [];
  });
}
