import type { ReactNode } from 'react';

/** A sheet on the page that holds things which belong together. */
export function Card({ children }: { children: ReactNode }) {
  return (
    <div className="space-y-4 rounded-lg border border-line bg-surface p-5 sm:p-6">{children}</div>
  );
}
