import type { ReactNode } from 'react';

/** Read out, not shown: what the eye gets from the layout. */
export function VisuallyHidden({ children }: { children: ReactNode }) {
  return <span className="sr-only">{children}</span>;
}
