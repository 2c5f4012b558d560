import { groupingLabel, groupingPath } from '@/lib/domain/grouping';
import type { GroupingRow } from '@/lib/domain/grouping-view';
import { type Column, Table } from '../ui/table';
import { Tag } from '../ui/tag';
import { TextLink } from '../ui/text-link';

interface GroupingTableProps {
  caption: string;
  groupings: readonly GroupingRow[];
}

function number(
  key: 'recommendations' | 'commitments' | 'localActions',
  header: string,
): Column<GroupingRow> {
  return {
    key,
    header,
    numeric: true,
    tight: true,
    cell: (row) => row[key] || <span className="text-muted">0</span>,
  };
}

/** Groupings of one kind, with how much is linked to each. */
export function GroupingTable({ caption, groupings }: GroupingTableProps) {
  const some = (key: 'commitments' | 'localActions') => groupings.some((row) => row[key] > 0);
  return (
    <Table
      caption={caption}
      captionHidden
      rows={groupings}
      rowKey={({ id }) => id}
      narrow
      columns={[
        {
          key: 'name',
          header: 'Name',
          lead: true,
          cell: (grouping) => (
            <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
              <TextLink href={groupingPath(grouping)}>{groupingLabel(grouping)}</TextLink>
              {grouping.retired && <Tag>Retired</Tag>}
            </span>
          ),
        },
        number('recommendations', 'Recommendations'),
        ...(some('commitments') ? [number('commitments', 'Commitments')] : []),
        ...(some('localActions') ? [number('localActions', 'Local actions')] : []),
      ]}
    />
  );
}
