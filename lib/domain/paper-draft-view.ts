import type { Author } from './author';
import type { PlainDate } from './dates';
import type { ItemKind } from './item';
import type { DraftParagraph, PaperFront, SectionNumber } from './paper-frame';
import type { PaperChart, PaperModel } from './paper-model';
import type { VersionChange } from './version-change';

/** What reads of a paper's draft hand to its pages. Instants are ISO strings. */

export interface DraftParagraphView extends DraftParagraph {
  /** '2.3' as it prints; null where it is left out. */
  number: string | null;
  /** Of what is generated now: forms hand it back, so that a move in between is seen. */
  seen: string | null;
  /** Drawn after its words. */
  charts: PaperChart[];
  mayGoUp: boolean;
  mayGoDown: boolean;
}

export interface DraftSectionView {
  number: SectionNumber;
  heading: string;
  paragraphs: DraftParagraphView[];
}

/** A headline of the register, and how the paper prints it. */
export interface PrintedHeadlineView {
  reference: string;
  kind: ItemKind;
  shortTitle: string;
  /** As the register has it now. */
  headline: string;
  /** As the paper prints it, where that differs. */
  printed: string | null;
  /** The register has said something else since. */
  moved: boolean;
}

export interface PaperDraftView {
  slug: string;
  date: PlainDate;
  cancelled: boolean;
  /** The version forms are based on; 0 while nobody has touched it. */
  number: number;
  /** The paper whose frame it starts from, while nobody has touched it. */
  startsFrom: { slug: string; date: PlainDate } | null;
  saved: { at: string; author: Author | null } | null;
  /** Null of a draft. */
  cleared: { by: string; role: string; at: string } | null;
  /** Nothing of it can be changed while a meeting is cancelled, nor in the past. */
  mayEdit: boolean;
  /** As it would print now. */
  model: PaperModel;
  front: PaperFront;
  sections: DraftSectionView[];
  headlines: PrintedHeadlineView[];
}

export interface PaperHistoryView {
  entries: VersionChange[];
  page: number;
  pages: number;
  pageSize: number;
  total: number;
}

/** The paragraphs whose figures have moved since they were edited. */
export function movedParagraphs({ sections }: Pick<PaperDraftView, 'sections'>) {
  return sections.flatMap(({ paragraphs }) => paragraphs.filter(({ moved }) => moved));
}

/** How a paragraph is called in a sentence: '2.3', or by its heading where it has no number. */
export function paragraphName({
  number,
  heading,
}: Pick<DraftParagraphView, 'number' | 'heading'>): string {
  return number ?? (heading ? `“${heading}”` : 'a paragraph that is left out');
}
