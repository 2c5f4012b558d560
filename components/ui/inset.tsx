import type { ReactNode } from 'react';

/** Set apart by a rule at its side: quoted text, or a note. */
export function Inset({ children }: { children: ReactNode }) {
  return <div className="my-4 border-l-4 border-line-strong py-1 pl-4">{children}</div>;
}
