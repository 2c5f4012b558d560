import type { ReactNode } from 'react';
import { Day } from '@/components/ui/date';
import { SummaryList, type SummaryRow } from '@/components/ui/summary-list';
import { TextLink } from '@/components/ui/text-link';
import { itemPath, OUR_ROLE_NAMES } from '@/lib/domain/item';
import type { ItemView } from '@/lib/domain/view';

const NONE: ReactNode = <span className="text-muted">None</span>;

function changeable(
  view: ItemView,
  may: boolean,
  page: string,
  label: string,
  what: string,
): SummaryRow['action'] {
  return may
    ? {
        href: `${itemPath(view.reference)}/${page}`,
        label,
        context: `${what} of ${view.reference}`,
      }
    : null;
}

function dates(view: ItemView): ReactNode {
  const { firstDueDate, dueDate, reviewDate, moves } = view;
  if (dueDate) {
    return (
      <>
        <Day date={dueDate} />
        {firstDueDate && firstDueDate !== dueDate ? (
          <span className="block text-muted">
            First date <Day date={firstDueDate} />; moved {moves === 1 ? 'once' : `${moves} times`}
          </span>
        ) : (
          <span className="block text-muted">Its first date; never moved</span>
        )}
      </>
    );
  }
  if (reviewDate) {
    return (
      <>
        Ongoing, review on <Day date={reviewDate} />
      </>
    );
  }
  return <span className="text-muted">No date yet</span>;
}

/** Who answers for it, and, for a local action, its dates, area and money. */
export function Facts({ view }: { view: ItemView }) {
  const { owner, lead, may } = view;
  const rows: SummaryRow[] = [
    {
      label: 'Owner',
      value: owner ? (
        <>
          <TextLink href={`/people/${owner.id}`}>{owner.name}</TextLink>
          <span className="block text-muted">
            {[owner.position, owner.organisation].filter(Boolean).join(', ')}
          </span>
        </>
      ) : (
        <span className="text-muted">No owner yet</span>
      ),
      action: changeable(view, may.setOwner, 'owner', owner ? 'Change' : 'Assign', 'owner'),
    },
    { label: 'Lead organisation', value: lead?.name ?? NONE },
  ];
  if (view.kind === 'recommendation') {
    rows.push({
      label: 'Our role',
      value: view.ourRole ? OUR_ROLE_NAMES[view.ourRole] : NONE,
      action: changeable(view, may.setOurRole, 'role', 'Change', 'our role'),
    });
  }
  if (view.amount) {
    rows.push({
      label: 'Amount',
      value: [view.amount.display, view.amount.period].filter(Boolean).join(', '),
    });
  }
  if (view.kind === 'local_action') {
    const edit = changeable(view, may.edit, 'edit', 'Change', 'details');
    rows.push(
      {
        label: 'Due',
        value: dates(view),
        action: changeable(view, may.edit, 'dates', view.dueDate ? 'Change' : 'Set', 'due date'),
      },
      { label: 'Started', value: view.startDate ? <Day date={view.startDate} /> : NONE },
      { label: 'Also involved', value: view.alsoInvolved ?? NONE, action: edit },
      { label: 'Area', value: view.area ?? NONE },
      { label: 'Funding source', value: view.fundingSource ?? NONE },
      { label: 'Funded until', value: view.fundedUntil ? <Day date={view.fundedUntil} /> : NONE },
    );
  }
  return <SummaryList rows={rows} />;
}
