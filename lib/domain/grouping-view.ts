import type { OwnGroupingKind } from './grouping';
import type { VersionChange } from './version-change';
import type { LinkedItem } from './view';

export interface GroupingRow {
  id: string;
  kind: OwnGroupingKind;
  /** Permanent: 'housing', 'a', 'SP1', 'O2'. */
  code: string;
  name: string;
  version: number;
  /** Forms no longer offer it. */
  retired: boolean;
  /** What belongs to it and was not withdrawn. */
  recommendations: number;
  commitments: number;
  localActions: number;
}

export interface GroupingPageView extends GroupingRow {
  items: LinkedItem[];
  /** Newest first. */
  history: VersionChange[];
  mayManage: boolean;
}

export interface ObjectiveView extends GroupingRow {
  items: LinkedItem[];
}
