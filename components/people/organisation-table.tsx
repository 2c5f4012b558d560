import type { OrganisationRow } from '@/lib/domain/view';
import { type Column, Table } from '../ui/table';

interface OrganisationTableProps {
  caption: string;
  organisations: readonly OrganisationRow[];
  /** Bodies the sources name: what they are called now matters, and nobody here works for them. */
  national?: boolean;
}

function number(count: number) {
  return count > 0 ? count : <span className="text-muted">0</span>;
}

export function OrganisationTable({ caption, organisations, national }: OrganisationTableProps) {
  const columns: Array<Column<OrganisationRow> | false> = [
    {
      key: 'name',
      header: 'Name',
      lead: true,
      cell: ({ name }) => name,
    },
    {
      key: 'short',
      header: 'Short name',
      cell: ({ shortName }) => shortName ?? <span className="text-muted">None</span>,
    },
    !!national && {
      key: 'now',
      header: 'What became of it',
      cell: ({ nowCalled }) => nowCalled ?? <span className="text-muted">No change noted</span>,
    },
    !national && {
      key: 'people',
      header: 'People',
      numeric: true,
      tight: true,
      cell: ({ people }) => number(people),
    },
    {
      key: 'leads',
      header: 'Leads on',
      numeric: true,
      tight: true,
      cell: ({ leads }) => number(leads),
    },
  ];
  return (
    <Table
      caption={caption}
      captionHidden
      rows={organisations}
      rowKey={({ id }) => id}
      columns={columns.filter((column) => column !== false)}
    />
  );
}
