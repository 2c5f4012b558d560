import { itemPath, KIND_NAMES } from '@/lib/domain/item';
import type { ItemView } from '@/lib/domain/view';
import { TextLink } from '../ui/text-link';

/** The ones before and after in the register. Drawn at the top; few reach the bottom to go on. */
export function Neighbours({ item }: { item: Pick<ItemView, 'kind' | 'previous' | 'next'> }) {
  const { kind, previous, next } = item;
  if (!previous && !next) return null;
  const what = KIND_NAMES[kind].one.toLowerCase();
  return (
    <nav
      aria-label={`Other ${KIND_NAMES[kind].many.toLowerCase()}`}
      className="text-sm print:hidden"
    >
      <ul className="flex gap-x-5">
        {previous && (
          <li className="flex min-h-6 items-center gap-1.5">
            <span aria-hidden="true">←</span>
            <TextLink href={itemPath(previous)}>
              <span className="sr-only">Previous {what}: </span>
              {previous}
            </TextLink>
          </li>
        )}
        {next && (
          <li className="flex min-h-6 items-center gap-1.5">
            <TextLink href={itemPath(next)}>
              <span className="sr-only">Next {what}: </span>
              {next}
            </TextLink>
            <span aria-hidden="true">→</span>
          </li>
        )}
      </ul>
    </nav>
  );
}
