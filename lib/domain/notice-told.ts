import type { PlainDate } from './dates';
import type { DecisionResult } from './decision';
import type { GroupingKind, ItemKind, Lifecycle, OurRole, Outcome } from './item';
import type { IssueKey } from './paper-issue';
import type { RagStatus } from './rag';

/** How long a page may say that something was done, in milliseconds. */
export const NOTICE_LASTS = 2 * 60 * 1000;

/** What a page says was done, drawn at its top. */
export interface DoneNotice {
  /** Of the write, so that a page that comes back from memory does not say it again. */
  key: string;
  title: string;
  /** What people usually do next, where there is something and the reader may. */
  next?: { href: string; label: string };
}

export interface ToldPerson {
  id: string;
  name: string;
  position: string;
}

/** An item as it stands: nothing came after the write that is told of. */
export interface ToldItem {
  reference: string;
  kind: ItemKind;
  shortTitle: string;
  rated: boolean;
  lifecycle: Lifecycle;
  outcome: Outcome | null;
  rag: RagStatus;
  ourRole: OurRole | null;
  ownerId: string | null;
  owner: ToldPerson | null;
  dueDate: PlainDate | null;
  reviewDate: PlainDate | null;
}

/** How much one write did. */
export interface Tally {
  /** Events, by the word before the dot of their kind. */
  events: Readonly<Record<string, number>>;
  /** Items that these events are about. */
  items: Readonly<Record<string, number>>;
}

/** What one write was about, as far as its event names it. */
export interface Told {
  kind: string;
  tally: Tally;
  item: ToldItem | null;
  /** Title of the piece of evidence. */
  evidence: string | null;
  /** Of the meeting that it was recorded of, or a question was asked for. */
  meeting: { slug: string; date: PlainDate } | null;
  /** The number of a meeting action, and who has it. */
  action: { number: number; owner: ToldPerson; due: PlainDate | null } | null;
  decision: { result: DecisionResult; underDelegation: boolean } | null;
  proposal: { dueDate: PlainDate | null; outcome: Outcome | null } | null;
  issue: IssueKey | null;
  person: ToldPerson | null;
  organisation: string | null;
  source: { prefix: string; title: string } | null;
  grouping: { kind: GroupingKind; code: string; name: string } | null;
  /** Of a file that was imported: its name, how many rows, and what these can be about. */
  imported: { fileName: string; rows: number; kinds: readonly ItemKind[] } | null;
  /** The fields that changed. */
  fields: readonly string[];
  /** How many challenges it names. */
  challenges: number;
}
