import type { Author } from './author';
import type { Grid } from './import-grid';
import type { ImportKind, ImportSetup } from './import-model';
import type { ItemKind } from './item';

/** A file that waits to be imported. */
export interface WaitingUpload {
  id: string;
  fileName: string;
  sha256: string;
  /** In bytes. */
  size: number;
  /** Instants, ISO. */
  createdAt: string;
  expiresAt: string;
  setup: ImportSetup;
  /** What a form on it is based on. */
  version: number;
  /** Of the import it became; it no longer waits then. */
  appliedImportId: string | null;
}

export interface UploadView extends WaitingUpload {
  /** Null once it was applied. */
  grid: Grid | null;
}

/** A file that was imported, and how many rows of it did something that its reader may see. */
export interface ImportSummary {
  id: string;
  at: string;
  author: Author | null;
  kind: ImportKind;
  fileName: string;
  sha256: string;
  size: number;
  counts: Record<'new' | 'changed' | 'stale', number>;
}

export interface ImportList {
  imports: ImportSummary[];
  total: number;
  page: number;
  pages: number;
}

/** A row of an imported file, and what it did. */
export interface ImportedRow {
  /** Of the sheet, from 1. */
  row: number;
  state: 'new' | 'changed' | 'stale';
  reference: string;
  kind: ItemKind;
  shortTitle: string;
  /** 'Created', 'Status update posted' … as in the history of the item. */
  done: string[];
}

export interface ImportView extends ImportSummary {
  rows: ImportedRow[];
  page: number;
  pages: number;
  /** Where the redaction of its file name is asked for, by those who may. */
  redact: string | null;
}
