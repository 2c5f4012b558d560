import type { PlainDate } from './dates';
import type { DeadlineRule, MeetingState } from './meeting';
import type { RedactionRow } from './redaction-view';
import type { VersionChange } from './version-change';

/** What reads of meetings hand to pages. Instants are ISO strings. */

export interface MeetingView {
  /** Its address for good: the first date. */
  slug: string;
  version: number;
  date: PlainDate;
  /** In London: '14:00'. */
  startsAt: string;
  venue: string;
  state: MeetingState;
  /** Its day has ended: dates stay as they are. */
  over: boolean;
  /** Why nobody works on that day, when nobody does. */
  dayOff: string | null;
  updatesDue: PlainDate;
  /** Set for this meeting, rather than by the board's rule. */
  updatesDueByHand: boolean;
  papersIssued: PlainDate;
  papersIssuedByHand: boolean;
}

interface MeetingNeighbour {
  slug: string;
  date: PlainDate;
}

export interface MeetingPageView extends MeetingView {
  rule: DeadlineRule;
  /** Newest first. */
  history: VersionChange[];
  previous: MeetingNeighbour | null;
  next: MeetingNeighbour | null;
  redactions: RedactionRow[];
  /** Ask for the redaction of what is recorded around it. */
  mayRedact: boolean;
  mayManage: boolean;
}
