import type { Author } from './author';
import { formatDate, type PlainDate } from './dates';
import type { MinutesDocument, MinutesSection } from './minutes';
import type { VersionChange } from './version-change';

export interface MinutesView {
  slug: string;
  date: PlainDate;
  cancelled: boolean;
  /** Its day has come: minutes can be written. */
  begun: boolean;
  /** The version forms are based on; 0 before the first. */
  number: number;
  /** Null before anybody has saved them. */
  saved: {
    title: string;
    sections: MinutesSection[];
    at: string;
    author: Author | null;
    /** The meeting that agreed them; they are frozen then. */
    agreedAt: { slug: string; date: PlainDate } | null;
  } | null;
  history: VersionChange[];
  /** What the record says now, for an officer to start from; null once they are agreed. */
  draft: { title: string; sections: MinutesSection[] } | null;
  /** The later meetings, held or on today, that may have agreed them. */
  agreeable: Array<{ id: string; date: PlainDate }>;
  mayManage: boolean;
}

export type SavedMinutes = NonNullable<MinutesView['saved']>;

/** Says whether they are a draft, or who agreed them. */
export function minutesStatus({ agreedAt }: Pick<SavedMinutes, 'agreedAt'>): string {
  return agreedAt
    ? `Agreed at the meeting of ${formatDate(agreedAt.date)}`
    : 'Draft, not agreed yet';
}

/** What is downloaded of saved minutes; null where there are none. */
export function minutesDocumentOf({ saved }: Pick<MinutesView, 'saved'>): MinutesDocument | null {
  if (!saved) return null;
  const { title, sections } = saved;
  return { title, status: minutesStatus(saved), sections };
}

/** What the file is saved as: 'Minutes 2026-09-17.docx', or 'Draft minutes …'. */
export function minutesFileName({ slug, saved }: Pick<MinutesView, 'slug' | 'saved'>): string {
  return `${saved?.agreedAt ? 'Minutes' : 'Draft minutes'} ${slug}.docx`;
}
