import type { PlainDate } from './dates';
import type { EvidenceState } from './evidence';
import type { GroupingKind, ItemKind, Lifecycle, OurRole, Outcome } from './item';
import type { Movement } from './movement';
import type { RagStatus } from './rag';
import type { ScheduleState } from './schedule';
import type { BoardView, RagCounts } from './view';

/** One line of a register, with all that a paper prints of it. */
export interface PaperItem {
  reference: string;
  kind: ItemKind;
  /** Headings, context and dependencies are shown, neither rated nor counted. */
  rated: boolean;
  shortTitle: string;
  text: string;
  lifecycle: Lifecycle;
  outcome: Outcome | null;
  closedOn: PlainDate | null;
  /** Null for what is not rated at all, and for what was closed otherwise than as complete. */
  rag: RagStatus | null;
  evidence: EvidenceState;
  schedule: ScheduleState | null;
  /** In the public version the owner's position. */
  owner: string | null;
  lead: string | null;
  ourRole: OurRole | null;
  /** As the register has it. */
  headline: string | null;
  /** The latest status update: its words, what brings it back, the next step. */
  words: string | null;
  recovery: string | null;
  nextStep: string | null;
  response: string | null;
  position: string | null;
  /** A local action's number in the file it was imported from. */
  yourReference: string | null;
  firstDueDate: PlainDate | null;
  dueDate: PlainDate | null;
  reviewDate: PlainDate | null;
  moves: number;
  fundingSource: string | null;
  fundedUntil: PlainDate | null;
  /** What it answers: references. */
  answers: string[];
  groupings: Array<{ kind: GroupingKind; code: string }>;
  movement: Movement | null;
  extended: boolean;
}

/** Everything the paper of a meeting is generated from, as one reader would see it at the cut-off. */
export interface PaperFacts {
  board: Pick<BoardView, 'name' | 'areas' | 'illustrative' | 'ragKey' | 'dueSoonDays'>;
  meeting: { slug: string; date: PlainDate; startsAt: string; venue: string };
  /** Instant, ISO. */
  cutOff: string;
  today: PlainDate;
  /** What movement counts from; null while there is nothing to compare with. */
  since: { at: string; is: 'paper' | 'meeting' | 'start' } | null;
  items: PaperItem[];
  groupings: Array<{ kind: GroupingKind; code: string; name: string }>;
  sources: Array<{ prefix: string; title: string; publisher: string; national: boolean }>;
  challenges: Array<{
    reference: string;
    rule: string;
    sentence: string;
    acknowledged: string | null;
  }>;
  /** What awaits the board, in the order of the registers. */
  awaiting: Array<{
    reference: string;
    shortTitle: string;
    /** 'close it as Complete, finished on 3 May 2027' */
    asks: string;
    reason: string;
    number: number;
    kind: 'extension' | 'closure' | 'reopening';
  }>;
  /** At the end of the last meetings, oldest first, and of the cut-off. */
  ragAtMeetings: Array<{ label: string; kind: ItemKind; counts: RagCounts }>;
  meetingActions: Array<{ what: string; owner: string; dueDate: PlainDate | null }>;
  /** Something restricted was left out. */
  withheld: boolean;
}
