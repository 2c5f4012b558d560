import type { ReactNode } from 'react';

/** The buttons that end a form or stand beside a heading, wrapped where there is no room. */
export function ButtonRow({ children }: { children: ReactNode }) {
  return <div className="flex flex-wrap items-center gap-3">{children}</div>;
}
