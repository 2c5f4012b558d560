import type { PlainDate } from './dates';
import type { Lifecycle, Outcome } from './item';
import { RAG_ORDER, type RagStatus } from './rag';

/** Each thing's movement between two instants is one of these (design, "Movement"). */
export const MOVEMENTS = [
  'worsened',
  'reopened',
  'improved',
  'completed',
  'closed_otherwise',
  'newly_rated',
  'new',
  'unchanged',
] as const;
export type Movement = (typeof MOVEMENTS)[number];
export const MOVEMENT_NAMES: Record<Movement, string> = {
  worsened: 'Worsened',
  reopened: 'Reopened',
  improved: 'Improved',
  completed: 'Completed',
  closed_otherwise: 'Closed otherwise',
  newly_rated: 'Newly rated',
  new: 'New',
  unchanged: 'Unchanged',
};

/** What else happened to it, whichever way it moved. */
export const FLAGS = ['extended', 'owner_changed', 'evidence_added', 'no_movement'] as const;
export type Flag = (typeof FLAGS)[number];
export const FLAG_NAMES: Record<Flag, string> = {
  extended: 'Extended',
  owner_changed: 'Owner changed',
  evidence_added: 'Evidence added',
  no_movement: 'No movement',
};

/** A thing at one end of the comparison. */
export interface Side {
  rag: RagStatus;
  lifecycle: Lifecycle;
  outcome: Outcome | null;
  dueDate: PlainDate | null;
  /** Another one than before is a slip that was corrected. */
  firstDueDate: PlainDate | null;
  ownerId: string | null;
}

/**
 * Which way it moved; null for what was withdrawn, which is in no count. A closure says more than
 * a rating, so something new that is closed already counts as closed.
 * @param before null where it was not there yet
 */
export function movementOf(before: Side | null, after: Side): Movement | null {
  if (after.lifecycle === 'withdrawn') return null;
  if (after.lifecycle === 'closed') {
    if (before?.lifecycle === 'closed' && before.outcome === after.outcome) return 'unchanged';
    return after.outcome === 'complete' ? 'completed' : 'closed_otherwise';
  }
  if (!before) return 'new';
  if (before.lifecycle === 'closed') return 'reopened';
  if (before.rag === after.rag) return 'unchanged';
  if (before.rag === 'not_rated') return 'newly_rated';
  return RAG_ORDER[after.rag] > RAG_ORDER[before.rag] ? 'improved' : 'worsened';
}

/**
 * What else happened. A due date that was given up for "ongoing" is extended too: both let the
 * work take longer. Nothing at all, not even an update, is no movement.
 */
export function flagsOf(
  movement: Movement,
  before: Side | null,
  after: Side,
  between: { evidenceAdded: boolean; updated: boolean },
): Flag[] {
  const later =
    before?.dueDate != null && (after.dueDate === null || after.dueDate > before.dueDate);
  const corrected = before?.firstDueDate != null && before.firstDueDate !== after.firstDueDate;
  const extended = later && !corrected && after.lifecycle === 'open';
  const ownerChanged = before !== null && before.ownerId !== after.ownerId;
  const flags: Flag[] = [];
  if (extended) flags.push('extended');
  if (ownerChanged) flags.push('owner_changed');
  if (between.evidenceAdded) flags.push('evidence_added');
  if (movement === 'unchanged' && flags.length === 0 && !between.updated) {
    flags.push('no_movement');
  }
  return flags;
}
