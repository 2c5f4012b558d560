import { TextLink } from '@/components/ui/text-link';
import { itemPath, KIND_NAMES } from '@/lib/domain/item';
import type { ItemView } from '@/lib/domain/view';

/** The one before and the one after in the register. */
export function Neighbours({ view }: { view: ItemView }) {
  const { previous, next } = view;
  if (!previous && !next) return null;
  return (
    <nav
      aria-label={`Other ${KIND_NAMES[view.kind].many.toLowerCase()}`}
      className="flex min-h-8 justify-between gap-6 border-t border-line pt-4 print:hidden"
    >
      <span>{previous && <TextLink href={itemPath(previous)}>Previous: {previous}</TextLink>}</span>
      <span>{next && <TextLink href={itemPath(next)}>Next: {next}</TextLink>}</span>
    </nav>
  );
}
