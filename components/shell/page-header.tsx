import type { ReactNode } from 'react';
import { Breadcrumbs, type Crumb } from '@/components/ui/breadcrumbs';

/** Where one is, what the page is called, and what can be done on it. */
export function PageHeader({
  crumbs = [],
  caption,
  title,
  lead,
  actions,
}: {
  crumbs?: readonly Crumb[];
  caption?: ReactNode;
  title: ReactNode;
  lead?: ReactNode;
  actions?: ReactNode;
}) {
  return (
    <header className="mb-6">
      {crumbs.length > 0 ? <Breadcrumbs crumbs={crumbs} /> : null}
      <div className="flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
        <h1 className="max-w-[40ch] text-[1.75rem] sm:text-4xl">
          {caption ? (
            <span className="mb-1 block text-lg font-normal text-muted">{caption} </span>
          ) : null}
          {title}
        </h1>
        {actions ? <div className="no-print flex flex-wrap gap-3">{actions}</div> : null}
      </div>
      {lead ? <div className="mt-3 max-w-[70ch] text-lg text-muted">{lead}</div> : null}
    </header>
  );
}
