import { itemPath, OUR_ROLE_NAMES, OUTCOME_NAMES } from '@/lib/domain/item';
import { PROPOSAL_NAMES } from '@/lib/domain/proposal';
import type { RegisterRow } from '@/lib/domain/view';
import { classNames } from '../ui/class-names';
import { Tag } from '../ui/tag';
import { TextLink } from '../ui/text-link';

interface RowTitleProps {
  row: RegisterRow;
  nested: boolean;
}

/** Complete is Blue as well; the others have no colour. */
function closedAs({ outcome }: RegisterRow): string {
  return outcome === 'complete' || !outcome ? 'Closed' : `Closed: ${OUTCOME_NAMES[outcome]}`;
}

/** The short title, which leads to the page, and what sets a row apart from its neighbours. */
export function RowTitle({ row, nested }: RowTitleProps) {
  const inside = nested && row.parentReference !== null;
  return (
    <div
      className={classNames('space-y-1', inside && 'border-l-3 border-line pl-3')}
      data-unrated={row.rated ? undefined : ''}
    >
      <TextLink href={itemPath(row.reference)} strong>
        {row.shortTitle}
      </TextLink>
      {row.ourRole && (
        <p className="text-sm font-normal text-muted">Our role: {OUR_ROLE_NAMES[row.ourRole]}</p>
      )}
      {(row.restricted || row.proposed || row.lifecycle !== 'open') && (
        <p className="flex flex-wrap gap-2">
          {row.restricted && <Tag tone="accent">Restricted</Tag>}
          {row.lifecycle === 'closed' && <Tag>{closedAs(row)}</Tag>}
          {row.lifecycle === 'withdrawn' && <Tag>Withdrawn</Tag>}
          {row.proposed && <Tag>{PROPOSAL_NAMES[row.proposed]} proposed</Tag>}
        </p>
      )}
    </div>
  );
}
