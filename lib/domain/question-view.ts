import type { Author } from './author';
import type { PlainDate } from './dates';
import type { AboutItem } from './decision-view';
import type { QuestionQuery, QuestionState } from './question';

/** What reads of questions hand to pages. Instants are ISO strings. */

export interface QuestionView {
  /** Among the questions about its item. */
  number: number;
  words: string;
  at: string;
  author: Author | null;
  /** The one it was asked for, or where that was cancelled the next. */
  meeting: { slug: string; date: PlainDate };
  state: QuestionState;
  /** Oldest first: the last one stands. */
  answers: Array<{ number: number; at: string; author: Author | null; words: string }>;
  withdrawal: { at: string; author: Author | null; reason: string } | null;
  item: AboutItem;
  /** Who is asked: whoever owns the item. */
  owner: { id: string; name: string } | null;
  mayAnswer: boolean;
  mayWithdraw: boolean;
}

export interface QuestionsView {
  query: QuestionQuery;
  /** Those still waiting first. */
  questions: QuestionView[];
  /** That match, on all pages. */
  total: number;
  page: number;
  pages: number;
  /** Meetings that somebody asked for, latest first, with how many each. */
  meetings: Array<{ slug: string; date: PlainDate; count: number }>;
}
