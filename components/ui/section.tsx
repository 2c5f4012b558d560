import type { ReactNode } from 'react';

interface SectionProps {
  /** Where links of the page's own contents lead. */
  id: string;
  title: string;
  /** Said once under the heading. */
  intro?: ReactNode;
  /** Links or buttons beside the heading. */
  actions?: ReactNode;
  children: ReactNode;
}

/** A part of a page under its own heading, parted from the one before by a rule. */
export function Section({ id, title, intro, actions, children }: SectionProps) {
  return (
    <section id={id} aria-labelledby={`${id}-heading`} className="scroll-mt-6 space-y-5">
      <div className="flex flex-wrap items-end justify-between gap-x-6 gap-y-3 border-t-2 border-ink pt-4">
        <div className="space-y-1">
          <h2 id={`${id}-heading`}>{title}</h2>
          {intro && <div className="measure text-muted">{intro}</div>}
        </div>
        {actions && <div className="flex flex-wrap gap-3 print:hidden">{actions}</div>}
      </div>
      {children}
    </section>
  );
}
