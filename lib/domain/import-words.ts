import type { ImportKind, RowState } from './import-model';
import type { ImportSummary } from './import-view';

/** What a file can be taken for, as people choose it. */
export const IMPORT_KIND_NAMES: Record<ImportKind, string> = {
  local_actions: 'Local actions',
  status_updates: 'Status updates',
  recommendations: 'Recommendations of a source',
};

export const IMPORT_KIND_HINTS: Record<ImportKind, string> = {
  local_actions:
    'An action log: new actions are created, and changes to known ones proposed. How they stand can be in it too.',
  status_updates:
    'What is reported of recommendations, commitments or local actions that are in the register.',
  recommendations: 'The wording of recommendations of one of the board’s own sources.',
};

export const ROW_STATE_NAMES: Record<RowState, string> = {
  new: 'New',
  changed: 'Changed',
  unchanged: 'Unchanged',
  stale: 'Out of date',
  wrong: 'To be mended',
};

/** What a state means for what happens. */
export const ROW_STATE_HINTS: Record<RowState, string> = {
  new: 'Not in the register yet',
  changed: 'Says something else than the register',
  unchanged: 'Says what the register says: nothing to do',
  stale: 'The register has moved since the file was exported: only what you tick is taken over',
  wrong: 'Cannot be imported as it is',
};

/** '3 new, 12 changed' */
export function countsInWords({ counts }: Pick<ImportSummary, 'counts'>): string {
  const changed = counts.changed + counts.stale;
  const parts = [
    counts.new ? `${counts.new.toLocaleString('en-GB')} new` : '',
    changed ? `${changed.toLocaleString('en-GB')} changed` : '',
  ];
  return parts.filter(Boolean).join(', ');
}
