import type { SecurityEventRow } from '@/lib/domain/security-event';
import { browserName } from '@/lib/domain/session';
import { Moment } from '../ui/date';
import { Table } from '../ui/table';
import { TextLink } from '../ui/text-link';

interface SecurityTableProps {
  caption: string;
  rows: readonly SecurityEventRow[];
}

/** A line for each security event: what, whose account, where it came from, and when. */
export function SecurityTable({ caption, rows }: SecurityTableProps) {
  return (
    <Table
      caption={caption}
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        { key: 'what', header: 'What', lead: true, cell: (row) => <What row={row} /> },
        { key: 'person', header: 'Whose account', cell: (row) => <Account row={row} /> },
        {
          key: 'address',
          header: 'Network address',
          cell: ({ address }) =>
            address ? <span className="wrap-anywhere tabular-nums">{address}</span> : <None />,
        },
        {
          key: 'browser',
          header: 'Browser',
          cell: ({ agent }) => (agent ? <span title={agent}>{browserName(agent)}</span> : <None />),
        },
        { key: 'when', header: 'When', cell: ({ at }) => <Moment at={at} /> },
      ]}
    />
  );
}

function None() {
  return <span className="text-muted">None</span>;
}

function What({ row: { title, detail } }: { row: SecurityEventRow }) {
  return (
    <>
      {title}
      {detail && (
        <span className="block text-sm font-normal text-muted wrap-anywhere">{detail}</span>
      )}
    </>
  );
}

/** Whose it is, and who did it where that was somebody else. */
function Account({ row: { person, by } }: { row: SecurityEventRow }) {
  return (
    <>
      {person ? <TextLink href={`/people/${person.id}`}>{person.name}</TextLink> : <None />}
      {by && (
        <span className="block text-sm text-muted">
          by <TextLink href={`/people/${by.id}`}>{by.name}</TextLink>
        </span>
      )}
    </>
  );
}
