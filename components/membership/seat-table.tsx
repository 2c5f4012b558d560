import { CAPACITY_NAMES } from '@/lib/domain/membership';
import type { SeatView } from '@/lib/domain/membership-view';
import { Day } from '../ui/date';
import { type Column, Table } from '../ui/table';
import { TextLink } from '../ui/text-link';

interface SeatTableProps {
  caption: string;
  seats: readonly SeatView[];
  mayManage: boolean;
}

/** Who sits on the board, as what and since when. */
export function SeatTable({ caption, seats, mayManage }: SeatTableProps) {
  const change: Array<Column<SeatView>> = mayManage
    ? [
        {
          key: 'change',
          header: 'Change',
          tight: true,
          cell: (seat) => (
            <TextLink href={`/meetings/members/${seat.id}`} context={`the seat of ${seat.name}`}>
              Change
            </TextLink>
          ),
        },
      ]
    : [];
  return (
    <Table
      caption={caption}
      captionHidden
      rows={seats}
      rowKey={(seat) => seat.id}
      columns={[
        {
          key: 'name',
          header: 'Name',
          lead: true,
          cell: (seat) => (
            <TextLink href={`/people/${seat.id}`} strong>
              {seat.name}
            </TextLink>
          ),
        },
        {
          key: 'capacity',
          header: 'As',
          tight: true,
          cell: (seat) => CAPACITY_NAMES[seat.capacity],
        },
        { key: 'position', header: 'Position', cell: (seat) => seat.position },
        {
          key: 'organisation',
          header: 'Organisation',
          cell: (seat) => seat.organisation ?? <span className="text-muted">None</span>,
        },
        { key: 'from', header: 'From', tight: true, cell: (seat) => <Day date={seat.from} /> },
        {
          key: 'until',
          header: 'Last day',
          tight: true,
          cell: (seat) =>
            seat.until ? <Day date={seat.until} /> : <span className="text-muted">None set</span>,
        },
        ...change,
      ]}
    />
  );
}
