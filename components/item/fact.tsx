import type { ReactNode } from 'react';
import type { SummaryAction } from '../ui/summary-list';
import { TextLink } from '../ui/text-link';

interface FactProps {
  label: string;
  action: SummaryAction | null;
  children: ReactNode;
}

/** A fact in a narrow column: its name and what changes it over its words. */
export function Fact({ label, action, children }: FactProps) {
  return (
    <div className="flex flex-wrap justify-between gap-x-4 py-3">
      <dt className="text-sm leading-6 text-muted">{label}</dt>
      {action && (
        <dd className="order-1 text-sm leading-6 print:hidden">
          <TextLink href={action.href} context={action.context}>
            {action.label}
          </TextLink>
        </dd>
      )}
      <dd className="order-2 w-full wrap-anywhere">{children}</dd>
    </div>
  );
}
