import type { PickableRag } from '@/lib/domain/rag';
import type { AccountKey, OrganisationKey, PersonKey } from './people';

/** Days from the day of seeding: -84 is twelve weeks before it, 35 five weeks after. */
export type Days = number;

/** One dated entry about an item; `by` is left out where the item's usual author writes it. */
export type Entry = { day: Days; by?: AccountKey } & (
  | { is: 'rag'; rag: PickableRag; headline: string; words: string; recovery?: string }
  | { is: 'no_change'; nextStep: string; words?: string }
  | { is: 'owner'; owner: PersonKey; words?: string }
  | { is: 'due'; due: Days; words?: string }
  | { is: 'role'; role: 'deliver' | 'contribute' | 'watch'; words: string }
  | { is: 'response'; words: string }
  | { is: 'position'; words: string; url?: string }
);

const rated =
  (rag: PickableRag) =>
  (day: Days, headline: string, words: string, recovery?: string): Entry => ({
    is: 'rag',
    rag,
    day,
    headline,
    words,
    recovery,
  });
type WithRecovery = (day: Days, headline: string, words: string, recovery: string) => Entry;

export const green: (day: Days, headline: string, words: string) => Entry = rated('green');
export const amber: WithRecovery = rated('amber');
export const red: WithRecovery = rated('red');
export const noChange = (day: Days, nextStep: string, words?: string): Entry => ({
  is: 'no_change',
  day,
  nextStep,
  words,
});
export const owner = (day: Days, who: PersonKey, words?: string): Entry => ({
  is: 'owner',
  day,
  owner: who,
  words,
});
export const due = (day: Days, date: Days, words?: string): Entry => ({
  is: 'due',
  day,
  due: date,
  words,
});
export const role = (day: Days, to: 'deliver' | 'contribute' | 'watch', words: string): Entry => ({
  is: 'role',
  day,
  role: to,
  words,
});
export const response = (day: Days, words: string): Entry => ({ is: 'response', day, words });
export const position = (day: Days, words: string, url?: string): Entry => ({
  is: 'position',
  day,
  words,
  url,
});

export interface DemoAction {
  reference: string;
  created: Days;
  by: 'commissioning' | 'programme';
  shortTitle: string;
  text: string;
  owner?: PersonKey;
  lead?: OrganisationKey;
  alsoInvolved?: string;
  area?: string;
  start?: Days;
  due?: Days;
  /** Ongoing, with a day to look again. */
  review?: Days;
  funding?: [source: string, until?: Days];
  measure?: { is: string; baseline: string; target: string };
  readings?: ReadonlyArray<[day: Days, value: string, note?: string]>;
  /** Recommendations, commitments, objectives and theme codes. */
  links: { items: string; objectives: string; themes: string };
  /** Who writes its entries. */
  author: AccountKey;
  entries: readonly Entry[];
}

/** What the board has said about a recommendation or a commitment. */
export interface DemoItem {
  reference: string;
  author: AccountKey;
  entries: readonly Entry[];
}

export interface DemoEvidence {
  item: string;
  day: Days;
  by: AccountKey;
  title: string;
  shows: string;
  dated: Days;
  /** Left out: the board's usual twelve months. */
  review?: Days;
  url?: string;
  file?: string;
  withdrawn?: { day: Days; reason: string };
  restricted?: { day: Days; reason: string; review: Days; from: OrganisationKey };
}
