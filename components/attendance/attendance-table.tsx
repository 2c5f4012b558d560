import { ANSWER_NAMES } from '@/lib/domain/attendance';
import type { AttendanceEntryView } from '@/lib/domain/attendance-view';
import { CAPACITY_NAMES } from '@/lib/domain/membership';
import { Table } from '../ui/table';

/** Who of the board came, who sent apologies, and who came in whose place. */
export function AttendanceTable({ entries }: { entries: readonly AttendanceEntryView[] }) {
  return (
    <Table
      caption="Members of the board and whether they came"
      captionHidden
      rows={entries}
      rowKey={(entry) => entry.personId}
      columns={[
        { key: 'name', header: 'Name', lead: true, cell: (entry) => entry.name },
        { key: 'position', header: 'Position', cell: (entry) => entry.position },
        {
          key: 'capacity',
          header: 'As',
          tight: true,
          cell: (entry) => CAPACITY_NAMES[entry.capacity],
        },
        {
          key: 'answer',
          header: 'Attendance',
          cell: (entry) =>
            entry.answer ? (
              ANSWER_NAMES[entry.answer]
            ) : (
              <span className="text-muted">Not recorded</span>
            ),
        },
        {
          key: 'deputy',
          header: 'Deputy',
          cell: (entry) => entry.deputy ?? <span className="text-muted">None</span>,
        },
      ]}
    />
  );
}
