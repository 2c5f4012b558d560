import { addDays, formatDate, londonDay } from './dates';

/**
 * Where a rule takes two people, neither may be the other's making: whoever let somebody in, or
 * changed by what or as what they get in, could have taken their place.
 */
export const HAND_DAYS = 90;

/** The audit events that give their author a hand in somebody's account, in words: "A … B". */
export const HANDS = {
  'person.invited': 'invited',
  'person.roles': 'changed the roles of',
  'person.reactivated': 'reactivated',
  'person.link_made': 'made a password link for',
  'person.second_step_reset': 'took away the second step of',
  'person.sessions_ended': 'ended the sign-ins of',
  'person.unlinked': 'unlinked the single sign-on of',
  /** Where it changed their email address. */
  'person.changed': 'changed the email address of',
} as const;
export type HandKind = keyof typeof HANDS;
export const HAND_KINDS = Object.keys(HANDS) as HandKind[];

/** Somebody had a hand in another's account. Ids of people. */
export interface Hand {
  kind: HandKind;
  by: string;
  on: string;
  at: Date;
}

/** Why two people do not count as two: by what one did to the other, or by whoever stands behind. */
export type Tie = { hand: Hand } | { behind: string };

/** The first moment of what still counts at another. */
export function handsSince(now: Date): Date {
  return new Date(now.getTime() - HAND_DAYS * 86_400_000);
}

/** Everybody who could have taken somebody's place, through however many others. */
function behind(person: string, hands: readonly Hand[]): Set<string> {
  const found = new Set([person]);
  for (const one of found) {
    for (const { by, on } of hands) if (on === one) found.add(by);
  }
  return found;
}

/**
 * What keeps two people from standing for two.
 * @param hands those that still count: of the last 90 days
 * @param reach 'direct' asks only what one of them did to the other; 'any' also whether one person
 *   stands behind both, which is what two accounts that somebody made for themselves come to
 */
export function tieBetween(
  a: string,
  b: string,
  hands: readonly Hand[],
  reach: 'direct' | 'any',
): Tie | null {
  const [latest] = hands
    .filter(({ by, on }) => (by === a && on === b) || (by === b && on === a))
    .sort((one, other) => other.at.getTime() - one.at.getTime());
  if (latest) return { hand: latest };
  if (reach === 'direct') return null;
  const ofOne = behind(a, hands);
  const both = [...behind(b, hands)].find((person) => ofOne.has(person));
  return both === undefined ? null : { behind: both };
}

/**
 * The same in words, without a full stop.
 * @param nameOf by the id of a person
 */
export function tieInWords(tie: Tie, nameOf: (id: string) => string): string {
  if ('hand' in tie) {
    const { by, on, kind, at } = tie.hand;
    const day = londonDay(at);
    const until = formatDate(addDays(day, HAND_DAYS));
    return `${nameOf(by)} ${HANDS[kind]} ${nameOf(on)} on ${formatDate(day)}, so the two do not count as two people until ${until}`;
  }
  return `${nameOf(tie.behind)} stands behind both accounts, by invitations, changes of roles or resets of the last ${HAND_DAYS} days, so the two do not count as two people`;
}
