import type { ReactNode } from 'react';

interface EmptyStateProps {
  /** Says what there is none of, and of how many: "No recommendation matches these filters". */
  title: string;
  /** What the reader can do about it. */
  children?: ReactNode;
}

/** Says honestly that there is nothing, and what would change that. */
export function EmptyState({ title, children }: EmptyStateProps) {
  return (
    <div className="space-y-3 rounded-lg border-2 border-dashed border-line px-5 py-8 sm:px-8">
      <p className="text-lg font-semibold">{title}</p>
      {children && <div className="measure space-y-3 text-muted">{children}</div>}
    </div>
  );
}
