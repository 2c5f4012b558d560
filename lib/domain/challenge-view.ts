import type { Author } from './author';
import type { PlainDate } from './dates';
import type { ItemKind } from './item';

/** What reads of the challenge list hand to pages. Instants are ISO strings. */

export interface AcknowledgementView {
  reason: string;
  at: string;
  author: Author | null;
}

/** One thing about one item that does not add up. */
export interface ChallengeLine {
  /** Of the table in challenge.ts. */
  rule: string;
  reference: string;
  kind: ItemKind;
  shortTitle: string;
  owner: { id: string; name: string } | null;
  sentence: string;
  /** Where the reader can put it right; null where that is not theirs to do, or in the past. */
  mend: { href: string; label: string } | null;
  /** For the next meeting. */
  acknowledged: AcknowledgementView | null;
}

export interface ChallengeList {
  /** The next meeting: challenges are acknowledged for it. */
  meeting: { slug: string; date: PlainDate } | null;
  /** What "since the last meeting" counts from; null while those rules are off. */
  since: PlainDate | null;
  /** In the order of the rules, then of the references. */
  lines: ChallengeLine[];
  mayAcknowledge: boolean;
}
