import type { Author } from './author';

/** What reads of redactions hand to pages. Instants are ISO strings. */

export interface RedactionField {
  column: string;
  label: string;
}

/** One that was asked for, and what came of it. */
export interface RedactionRow {
  id: string;
  /** "Status update of R8" */
  title: string;
  fields: RedactionField[];
  asked: { at: string; author: Author; reason: string };
  outcome: {
    kind: 'agreed' | 'declined' | 'withdrawn';
    at: string;
    /** Null is the operator, by a command. */
    author: Author | null;
    reason: string | null;
    /** SHA-256 of what was there, by column. */
    hashes: Record<string, string>;
  } | null;
}

/** A text that is there, or was. */
export interface HeldField extends RedactionField {
  /** Null for the bytes of a file. */
  value: string | null;
}

export interface RedactionPageView extends RedactionRow {
  /** What would go; nothing any more once it has been answered. */
  held: HeldField[];
  /** Where it is to be read, if it is anywhere. */
  place: { href: string; label: string } | null;
  isMine: boolean;
  /** Why the reader cannot agree to it; null when they can. */
  refused: string | null;
  /** Everybody whose role makes them the other half of whoever asked; none once it is answered. */
  others: OtherHalf[];
}

/** Somebody who could agree, or why they cannot. */
export interface OtherHalf {
  person: Author;
  refused: string | null;
}

/** A row, and what of it can be asked to be redacted. */
export interface RedactableView {
  code: string;
  title: string;
  place: RedactionPageView['place'];
  fields: HeldField[];
}
