import type { Author } from './author';
import type { PlainDate } from './dates';
import type { DecisionResult } from './decision';
import type { EvidenceState } from './evidence';
import type { ItemKind } from './item';
import type { MeetingView } from './meeting-view';
import type { ProposalKind } from './proposal';
import type { RagStatus } from './rag';

/** What reads of proposals and decisions hand to pages. Instants are ISO strings. */

/** The item a decision or proposal is about, as the reader may see it. */
export interface AboutItem {
  id: string;
  reference: string;
  kind: ItemKind;
  shortTitle: string;
  restricted: boolean;
}

export interface DecisionView {
  id: string;
  result: DecisionResult;
  words: string | null;
  minuteReference: string;
  decidedOn: PlainDate;
  recordedAt: string;
  author: Author | null;
  meeting: { slug: string; date: PlainDate } | null;
  /** Who took it, where it was taken under delegation. */
  delegatedTo: Author | null;
  /** Whoever proposed it wrote the decision down. */
  byProposer: boolean;
  /** Another stands in its place. */
  supersededBy: { id: string; minuteReference: string } | null;
  supersedes: { id: string; minuteReference: string } | null;
  item: AboutItem | null;
  /** What was proposed, in words: 'move the due date from … to …'; null where nothing was. */
  proposed: string | null;
}

export type ProposalState = 'pending' | 'withdrawn' | DecisionResult;

export interface ProposalView {
  number: number;
  kind: ProposalKind;
  /** 'close it as Complete, finished on 3 May 2027' */
  asks: string;
  reason: string;
  /** Of a reopening: the rating it would have. */
  rating: { rag: RagStatus; headline: string; recovery: string | null } | null;
  at: string;
  proposer: Author | null;
  state: ProposalState;
  withdrawal: { at: string; author: Author | null; reason: string } | null;
  /** Oldest first; the last one stands. */
  decisions: DecisionView[];
  mayWithdraw: boolean;
}

/** A proposal before the board, with what helps to decide it. */
export interface AwaitingView extends Omit<ProposalView, 'decisions' | 'withdrawal' | 'state'> {
  item: AboutItem & {
    rag: RagStatus;
    evidence: EvidenceState;
    owner: string | null;
    headline: string | null;
  };
  /** Why it cannot be agreed as things stand. */
  cannotAgree: string | null;
}

export interface MeetingDecisionsView {
  meeting: MeetingView;
  /** What waited for this meeting; empty once it is over and all was decided. */
  awaiting: AwaitingView[];
  decisions: DecisionView[];
  /** Taken under delegation, and reported to this meeting. */
  reported: DecisionView[];
  /** Why nothing can be recorded here (yet). */
  closed: string | null;
  mayDecide: boolean;
}

/** What somebody needs to supersede a decision. */
export interface DecisionPageView extends DecisionView {
  /** Number of its item for the form; 0 without one. */
  basedOn: number;
  /** It closed the item: another result opens it again, with a new rating. */
  opensAgain: boolean;
  /** Meetings that may have decided by now, newest first. */
  meetings: Array<{ slug: string; date: PlainDate }>;
  mayDecide: boolean;
}
