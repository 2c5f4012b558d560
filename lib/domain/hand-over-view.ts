import type { ItemKind } from './item';

/** What somebody owns that is open: what would change hands. */
export interface HandOverView {
  id: string;
  name: string;
  items: Array<{ kind: ItemKind; reference: string; shortTitle: string }>;
  meetingActions: Array<{ what: string; meeting: string; number: number }>;
}
