import type { ReactNode } from 'react';

/** Words set apart from the text around them: a quotation, a note, a caution. */
export function Inset({ children }: { children: ReactNode }) {
  return <div className="measure space-y-3 border-l-6 border-accent py-1 pl-5">{children}</div>;
}
