import type { SourceName } from './source';
import type { VersionChange } from './version-change';
import type { LinkedItem } from './view';

export interface SourceRow extends SourceName {
  id: string;
  /** Not of the board's own adding: its words stay as they are. */
  national: boolean;
  /** What is rated; headings and notes are not counted. */
  recommendations: number;
  commitments: number;
}

export interface SourcePageView extends SourceName {
  national: boolean;
  version: number;
  items: LinkedItem[];
  /** Newest first. */
  history: VersionChange[];
  mayManage: boolean;
}
