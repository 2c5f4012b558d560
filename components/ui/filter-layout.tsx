import type { ReactNode } from 'react';

interface FilterLayoutProps {
  filters: ReactNode;
  /** What they leave: chips, table, pages. */
  children: ReactNode;
}

/** Filters at the left of what they filter, or above it on a phone. */
export function FilterLayout({ filters, children }: FilterLayoutProps) {
  return (
    <div className="grid gap-6 lg:grid-cols-[16rem_minmax(0,1fr)] lg:gap-8 print:block">
      <div>{filters}</div>
      <div className="min-w-0 space-y-6">{children}</div>
    </div>
  );
}
