import type { ReactNode } from 'react';
import { Breadcrumbs, type Crumb } from '../ui/breadcrumbs';

interface PageHeaderProps {
  trail?: readonly Crumb[];
  /** Over the heading: a reference, or what the page is part of. */
  caption?: ReactNode;
  title: string;
  /** The one thing to know, under the heading. */
  lead?: ReactNode;
  /** Buttons and links that act on the whole page. */
  actions?: ReactNode;
}

/** The top of a page: where it is, what it is, what can be done. */
export function PageHeader({ trail, caption, title, lead, actions }: PageHeaderProps) {
  return (
    <div className="space-y-5">
      {trail && trail.length > 0 && <Breadcrumbs trail={trail} />}
      <div className="flex flex-wrap items-end justify-between gap-x-10 gap-y-5">
        <div className="max-w-[52rem] space-y-2">
          {caption && <p className="text-lg font-semibold text-accent tabular-nums">{caption}</p>}
          <h1>{title}</h1>
          {lead && <div className="measure text-lg text-muted">{lead}</div>}
        </div>
        {actions && <div className="flex flex-wrap gap-3 print:hidden">{actions}</div>}
      </div>
    </div>
  );
}
