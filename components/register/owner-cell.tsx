import type { RegisterRow } from '@/lib/domain/view';
import { TextLink } from '../ui/text-link';

/** Who is accountable, and the organisation that leads. */
export function OwnerCell({ row }: { row: RegisterRow }) {
  return (
    <>
      <p>
        {row.owner ? (
          <TextLink href={`/people/${row.owner.id}`}>{row.owner.name}</TextLink>
        ) : (
          <span className="whitespace-nowrap text-muted">No owner</span>
        )}
      </p>
      {row.lead && <p className="text-muted">{row.lead.shortName ?? row.lead.name}</p>}
    </>
  );
}
