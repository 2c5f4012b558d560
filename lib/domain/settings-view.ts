import type { VersionChange } from './version-change';
import type { BoardView } from './view';

export interface SettingsView {
  board: BoardView;
  /** Newest first. */
  history: VersionChange[];
  mayChange: boolean;
}
