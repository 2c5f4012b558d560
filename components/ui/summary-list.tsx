import type { ReactNode } from 'react';
import { VisuallyHidden } from './visually-hidden';

export interface SummaryRow {
  label: string;
  value: ReactNode;
  /** What one may do about it; `about` is read out after the word ("Change owner"). */
  action?: { href: string; label: string; about?: string };
}

/** Names and values, one a row, with what can be done about each. */
export function SummaryList({ rows }: { rows: readonly SummaryRow[] }) {
  return (
    <dl className="border-t border-line">
      {rows.map(({ label, value, action }) => (
        <div
          key={label}
          className="grid gap-x-4 gap-y-1 border-b border-line py-2.5 sm:grid-cols-[minmax(9rem,30%)_1fr_auto]"
        >
          <dt className="font-semibold">{label}</dt>
          <dd className="min-w-0 [overflow-wrap:anywhere]">{value}</dd>
          {action ? (
            <dd>
              <a href={action.href} className="inline-flex min-h-6 items-center">
                {action.label}
                <VisuallyHidden> {action.about ?? label.toLowerCase()}</VisuallyHidden>
              </a>
            </dd>
          ) : null}
        </div>
      ))}
    </dl>
  );
}
