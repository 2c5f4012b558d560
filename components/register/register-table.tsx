import './register-table.css';
import type { ItemKind } from '@/lib/domain/item';
import type { RegisterQuery } from '@/lib/domain/register';
import { sortAddress, sortDirection } from '@/lib/domain/register-links';
import type { RegisterRow } from '@/lib/domain/view';
import { Table } from '../ui/table';
import { registerColumns } from './register-columns';

interface RegisterTableProps {
  caption: string;
  captionHidden?: boolean;
  rows: readonly RegisterRow[];
  /** Left out when the rows are of several. */
  kind?: ItemKind;
  /** Left out where all rows are one person's. */
  owner?: boolean;
  /** The register's address and state, where its columns can be sorted by. */
  sorting?: { path: string; query: RegisterQuery };
}

/** Recommendations, commitments or local actions, a row each; cards on a phone. */
export function RegisterTable({
  caption,
  captionHidden,
  rows,
  kind,
  owner = true,
  sorting,
}: RegisterTableProps) {
  // Below its heading is where a child stands only in the order of references.
  const nested = sorting?.query.sort === 'reference' && sorting.query.order === 'up';
  const schedule = kind ? kind === 'local_action' : rows.some((row) => row.schedule !== null);
  const columns = registerColumns({ schedule, nested, owner }).map((column) => ({
    ...column,
    sorts:
      sorting &&
      column.sorts.map(({ by, label }) => ({
        label,
        href: sortAddress(sorting.path, sorting.query, by),
        direction: sortDirection(sorting.query, by),
      })),
  }));
  return (
    <div className="register-table">
      <Table
        caption={caption}
        captionHidden={captionHidden}
        columns={columns}
        rows={rows}
        rowKey={(row) => row.reference}
      />
    </div>
  );
}
