import type { Author } from './author';
import type { PlainDate } from './dates';
import type { RagStatus } from './rag';

/** What a file said beside the fields of the register: kept with the item, without effect on it. */
export interface ImportedNoteView {
  id: string;
  heading: string;
  text: string;
  /** The day it was reported on; null for a note without one. */
  statedOn: PlainDate | null;
  rag: RagStatus | null;
  /** When it was imported, by whom, from what. */
  at: string;
  author: Author | null;
  fileName: string;
  row: number;
  redact: string | null;
}
