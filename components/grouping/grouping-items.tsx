import { ITEM_KINDS, KIND_NAMES } from '@/lib/domain/item';
import type { LinkedItem } from '@/lib/domain/view';
import { LinkedItems } from '../item/linked-items';

interface GroupingItemsProps {
  items: readonly LinkedItem[];
  /** What they belong to, for the captions. */
  name: string;
}

/** What belongs to a grouping, a table for each kind there is. */
export function GroupingItems({ items, name }: GroupingItemsProps) {
  if (items.length === 0) return <p className="text-muted">Nothing is linked to it yet.</p>;
  return ITEM_KINDS.flatMap((kind) => {
    const those = items.filter((item) => item.kind === kind);
    const { many } = KIND_NAMES[kind];
    if (those.length === 0) return [];
    return [
      <div key={kind} className="space-y-3">
        <h3>{many}</h3>
        <LinkedItems caption={`${many}: ${name}`} captionHidden items={those} />
      </div>,
    ];
  });
}
