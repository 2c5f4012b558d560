import type { ReactNode } from 'react';
import { Chevron } from './icons';

interface DetailsProps {
  summary: ReactNode;
  children: ReactNode;
  open?: boolean;
}

/** What most readers can pass by. */
export function Details({ summary, children, open }: DetailsProps) {
  return (
    <details open={open} className="group">
      <summary className="inline-flex min-h-8 list-none items-center gap-2 text-link underline decoration-[0.07em] underline-offset-[0.18em] hover:text-accent-strong hover:decoration-[0.16em] [&::-webkit-details-marker]:hidden">
        <Chevron className="group-open:rotate-90" />
        <span>{summary}</span>
      </summary>
      <div className="mt-2 space-y-3 border-l-2 border-line py-1 pl-5">{children}</div>
    </details>
  );
}
