export const RAG_STATUSES = ['red', 'amber', 'green', 'blue', 'not_rated'] as const;
export type RagStatus = (typeof RAG_STATUSES)[number];

/** Blue is a closure as Complete and Not rated is where an item starts: neither is picked. */
export const PICKABLE_RAG = ['red', 'amber', 'green'] as const;
export type PickableRag = (typeof PICKABLE_RAG)[number];

export const RAG_NAMES: Record<RagStatus, string> = {
  red: 'Red',
  amber: 'Amber',
  green: 'Green',
  blue: 'Blue',
  not_rated: 'Not rated',
};

/** Red < Amber < Green < Blue; Not rated stands before them all. */
export const RAG_ORDER: Record<RagStatus, number> = {
  not_rated: 0,
  red: 1,
  amber: 2,
  green: 3,
  blue: 4,
};

export type RagKey = Record<RagStatus, string>;

/** What each status means for each kind; printed on every paper. */
export type RagKeys = Record<'recommendation' | 'commitment' | 'local_action', RagKey>;

/** The default RAG key (design, section 3). A board can use words of its own. */
export const DEFAULT_RAG_KEY: RagKeys = {
  local_action: {
    red: 'Off track; will miss without help, and says what help',
    amber: 'At risk, and recovery is in hand',
    green: 'Will be done by its date',
    blue: 'Complete; the board accepted the evidence',
    not_rated: 'Nobody has said yet',
  },
  recommendation: {
    red: 'Not where we need to be',
    amber: 'Some way to go; recovery in hand',
    green: 'Where we want to be locally',
    blue: 'Complete; the board accepted the evidence',
    not_rated: 'Nobody has said yet',
  },
  commitment: {
    red: 'Not delivered',
    amber: 'Partly, or late',
    green: 'Delivered, or being delivered',
    blue: 'Complete; the board accepted the evidence',
    not_rated: 'Nobody has said yet',
  },
};

/** Red and Amber say what would bring the item back. */
export function needsRecovery(rag: RagStatus): boolean {
  return rag === 'red' || rag === 'amber';
}
