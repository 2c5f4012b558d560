import { itemPath, KIND_NAMES } from '@/lib/domain/item';
import type { ItemView } from '@/lib/domain/view';
import { StepLinks } from '../ui/step-links';

/** The ones before and after in the register. */
export function Neighbours({ item }: { item: Pick<ItemView, 'kind' | 'previous' | 'next'> }) {
  const { one, many } = KIND_NAMES[item.kind];
  const step = (reference: string | null) =>
    reference === null ? null : { href: itemPath(reference), label: reference };
  return (
    <StepLinks
      label={`Other ${many.toLowerCase()}`}
      what={one.toLowerCase()}
      previous={step(item.previous)}
      next={step(item.next)}
    />
  );
}
