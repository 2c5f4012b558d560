import { itemPath } from './item';
import type { DoneNotice, ToldItem } from './notice-told';
import { type Actor, can } from './permissions';

export type NextStep = DoneNotice['next'];

/** A link to a step on an item, for those who may take it. */
function step(
  item: ToldItem,
  actor: Actor,
  permission: 'setOwner' | 'setRag' | 'addEvidence' | 'editLocalActions',
  below: string,
  label: string,
): NextStep {
  const open = item.rated && item.lifecycle === 'open';
  if (!open || !can(actor, permission, item)) return undefined;
  return { href: `${itemPath(item.reference)}/${below}`, label };
}

/** What people do with an item. */
export const STEPS = {
  rate: (item: ToldItem, actor: Actor) =>
    step(item, actor, 'setRag', 'update', `Post a status update on ${item.reference}`),
  prove: (item: ToldItem, actor: Actor) =>
    step(item, actor, 'addEvidence', 'evidence/link', `Add evidence to ${item.reference}`),
  own: (item: ToldItem, actor: Actor) =>
    step(item, actor, 'setOwner', 'owner', `Assign an owner to ${item.reference}`),
  date: (item: ToldItem, actor: Actor) =>
    step(item, actor, 'editLocalActions', 'dates', `Set the dates of ${item.reference}`),
};

/** What a new item, or one without an owner, still lacks. */
export function lackingStep(item: ToldItem, actor: Actor): NextStep {
  if (!item.ownerId) return STEPS.own(item, actor);
  const undated = item.kind === 'local_action' && !item.dueDate && !item.reviewDate;
  return undated ? STEPS.date(item, actor) : STEPS.rate(item, actor);
}
