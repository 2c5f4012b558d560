import type { ProposalView } from '@/lib/domain/decision-view';
import type { LifeStage } from '@/lib/domain/lifecycle';
import type { ItemView } from '@/lib/domain/view';

/** What awaits a decision about an item. */
export function pendingOf(item: Pick<ItemView, 'proposals'>): ProposalView | undefined {
  return item.proposals.find(({ state }) => state === 'pending');
}

/** Where an item stands in its life, for the rules that say what can be done next. */
export function stageOf(item: ItemView): LifeStage {
  const { reference, kind, rated, lifecycle, dueDate } = item;
  const pending = pendingOf(item)?.kind ?? null;
  return { reference, kind, rated, lifecycle, hasDueDate: dueDate !== null, pending };
}
