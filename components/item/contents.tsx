import { itemPath } from '@/lib/domain/item';
import { TextLink } from '../ui/text-link';
import type { Part } from './parts';

interface ContentsProps {
  reference: string;
  parts: readonly Part[];
}

/** What is on this page; beside the page it stays in sight. */
export function Contents({ reference, parts }: ContentsProps) {
  return (
    <nav aria-labelledby="contents-heading" className="print:hidden lg:sticky lg:top-6">
      <h2 id="contents-heading" className="text-base">
        On this page
      </h2>
      <ul className="mt-1 flex flex-wrap gap-x-6 lg:block">
        {parts.map((part) => (
          <li key={part.id} className="flex min-h-8 items-center gap-1.5">
            <TextLink href={`#${part.id}`}>{part.title}</TextLink>
            {part.count !== undefined && (
              <span className="text-sm text-muted tabular-nums">{part.count}</span>
            )}
          </li>
        ))}
        <li className="flex min-h-8 items-center lg:mt-2 lg:border-t lg:border-line lg:pt-2">
          <TextLink href={`${itemPath(reference)}/history`}>Full history</TextLink>
        </li>
      </ul>
    </nav>
  );
}
