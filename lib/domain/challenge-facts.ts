import { addDays, formatDate, type PlainDate } from './dates';
import type { EvidenceState } from './evidence';
import type { ItemKind, Lifecycle, OurRole } from './item';
import type { RagStatus } from './rag';
import type { ScheduleState } from './schedule';

/** What the rules of the challenge list know about the board at a moment. */
export interface BoardFacts {
  /** In London. */
  today: PlainDate;
  /** The days of the last meetings held, newest first. */
  held: readonly PlainDate[];
  /** The meeting that "since the last meeting" counts from; null switches those rules off. */
  since: PlainDate | null;
}

/** A local action under a recommendation. */
export interface ActionFacts {
  reference: string;
  open: boolean;
  rag: RagStatus;
  /** Its date, once that has passed. */
  overdueSince: PlainDate | null;
}

/** And about one item, as its reader sees it. */
export interface ChallengeFacts extends BoardFacts {
  reference: string;
  kind: ItemKind;
  lifecycle: Lifecycle;
  /** Since when it is in the register. */
  createdOn: PlainDate;
  ownerId: string | null;
  ourRole: OurRole | null;
  rag: RagStatus;
  /** At the end of each meeting held, newest first; null where it was not in the register yet. */
  ratings: ReadonlyArray<RagStatus | null>;
  lastUpdateOn: PlainDate | null;
  /** When something was last said that had not been said just before. */
  newWordsOn: PlainDate | null;
  firstDueDate: PlainDate | null;
  dueDate: PlainDate | null;
  reviewDate: PlainDate | null;
  /** How often the due date moved after it was first set. */
  moves: number;
  schedule: ScheduleState | null;
  fundedUntil: PlainDate | null;
  evidence: EvidenceState;
  /** The latest review date of the evidence that stands. */
  evidenceReviewOn: PlainDate | null;
  /** When evidence was last withdrawn. */
  evidenceWithdrawnOn: PlainDate | null;
  /** The day a closure was proposed that is not decided yet. */
  closureProposedOn: PlainDate | null;
  /** The local actions linked to it that are open, or complete. */
  actions: readonly ActionFacts[];
}

/** How long before updates are due the last meeting is the one to have an update since. */
const NEAR_DAYS = 21;

/**
 * The meeting that "since the last meeting" counts from: the last one held, once 21 days before
 * the next updates deadline are reached; before that, the one before. Null at a first meeting.
 * @param held newest first
 * @param updatesDue of the next meeting; null when none is set
 */
export function sinceMeeting(
  held: readonly PlainDate[],
  updatesDue: PlainDate | null,
  today: PlainDate,
): PlainDate | null {
  const near = updatesDue !== null && today >= addDays(updatesDue, -NEAR_DAYS);
  return (near ? held[0] : held[1]) ?? null;
}

/** The last meetings, oldest first, if it had a status at the end of each and has it now. */
export function meetingsAt(
  { rag, ratings, held }: Pick<ChallengeFacts, 'rag' | 'ratings' | 'held'>,
  status: RagStatus,
  count: number,
): PlainDate[] | null {
  const running = held.slice(0, count).filter((_, index) => ratings[index] === status);
  return rag === status && running.length === count ? running.reverse() : null;
}

/** '1 day', '12 days' */
export function inDays(count: number): string {
  return `${count} ${count === 1 ? 'day' : 'days'}`;
}

/** 'a, b and c' */
export function listed(words: readonly string[]): string {
  return new Intl.ListFormat('en-GB').format(words);
}

export function inDates(dates: readonly PlainDate[]): string {
  return listed(dates.map(formatDate));
}
