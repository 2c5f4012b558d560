import type { Author } from './author';

/** One version of a meeting or of the settings: what it changed. */
export interface VersionChange {
  version: number;
  at: string;
  author: Author | null;
  title: string;
  reason: string | null;
  /** Where its redaction is asked for, by those who may. */
  redact?: string | null;
  changes: Array<{ label: string; from: string | null; to: string | null }>;
}
