import type { Author } from './author';
import type { ChallengeLine } from './challenge-view';
import type { PlainDate } from './dates';
import type { IssueKey, IssueKind, PaperAudience } from './paper-issue';
import type { PaperModel } from './paper-model';

/** What reads of issued papers hand to pages. Instants are ISO strings. */

export interface IssuedFileView {
  audience: PaperAudience;
  /** 'paper.pdf' */
  name: string;
  mediaType: string;
  /** Bytes. */
  size: number;
  sha256: string;
}

/** What is said in place of a paper that was withdrawn. */
export interface WithdrawalView {
  at: string;
  author: Author | null;
  reason: string;
}

/** One issued paper in the list of all. */
export interface IssueView extends IssueKey {
  id: string;
  meeting: { slug: string; date: PlainDate };
  issuedAt: string;
  issuedBy: Author | null;
  cutOff: string;
  cleared: { by: string; role: string | null } | null;
  /** The version it stands in place of; its figures are those of then, or later ones. */
  replaces: { version: number; reason: string; refreshed: boolean } | null;
  /** The version that stands in its place. */
  replacedBy: number | null;
  withdrawn: WithdrawalView | null;
  /** The version this reader gets. */
  audience: PaperAudience;
  /** Those this reader may open: the public ones last. */
  files: IssuedFileView[];
}

export interface IssuedPaperView extends IssueView {
  /** As it was frozen, for the audience; null once withdrawn, and of a newer format. */
  model: PaperModel | null;
  /** What may leave the app: a mail goes to people it does not know. */
  publicModel: PaperModel | null;
  /** A newer version of the tracker issued it: this one has its files alone. */
  newerFormat: boolean;
  /** References of items whose row in the register changed after the cut-off. */
  changed: string[];
  mayWithdraw: boolean;
}

/** What a file that somebody holds is. */
export interface IdentifiedFile extends IssueKey {
  meeting: { slug: string; date: PlainDate };
  audience: PaperAudience;
  name: string;
  issuedAt: string;
  withdrawn: boolean;
  replacedBy: number | null;
}

/** What an officer is shown before a paper is issued. */
export interface IssuePlanView {
  kind: IssueKind;
  /** The version it would become. */
  version: number;
  /** The one it would replace. */
  replaces: number | null;
  /** Whether a paper of this meeting was issued: an addendum comes after one. */
  issued: boolean;
  /** Neither mended nor acknowledged for this meeting. */
  open: ChallengeLine[];
  acknowledged: number;
}
