import type { ReactNode } from 'react';
import { TextLink } from './text-link';

export interface SummaryAction {
  href: string;
  label: string;
  /** What it changes, for those who hear the link alone: "owner of R8". */
  context: string;
}

export interface SummaryRow {
  label: string;
  value: ReactNode;
  action?: SummaryAction | null;
}

/** Facts about one thing, a row each, and where each can be changed. */
export function SummaryList({ rows }: { rows: readonly SummaryRow[] }) {
  return (
    <dl>
      {rows.map((row) => (
        <div
          key={row.label}
          className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-6 gap-y-1 border-b border-line py-3 first:pt-0 sm:grid-cols-[12rem_minmax(0,1fr)_auto]"
        >
          <dt className="font-semibold">{row.label}</dt>
          <dd className="col-span-2 row-start-2 wrap-anywhere sm:col-span-1 sm:row-start-auto">
            {row.value}
          </dd>
          {row.action && (
            <dd className="col-start-2 row-start-1 text-right sm:col-start-3">
              <TextLink href={row.action.href} context={row.action.context}>
                {row.action.label}
              </TextLink>
            </dd>
          )}
        </div>
      ))}
    </dl>
  );
}
