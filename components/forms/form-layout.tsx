import type { ReactNode } from 'react';

/** The fields and buttons of a form, at an even distance. */
export function FormLayout({ children }: { children: ReactNode }) {
  return <div className="space-y-8">{children}</div>;
}
