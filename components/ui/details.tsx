import type { ReactNode } from 'react';

/** More for those who want it; opens without JavaScript. */
export function Details({
  summary,
  open,
  children,
}: {
  summary: ReactNode;
  open?: boolean;
  children: ReactNode;
}) {
  return (
    <details open={open} className="my-3">
      <summary className="min-h-6 w-fit font-semibold text-accent underline underline-offset-4">
        {summary}
      </summary>
      <div className="mt-2 border-l-4 border-line pl-4">{children}</div>
    </details>
  );
}
