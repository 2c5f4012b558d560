import { Table } from '@/components/ui/table';
import { TextLink } from '@/components/ui/text-link';
import type { ImportedRow } from '@/lib/domain/import-view';
import { itemPath } from '@/lib/domain/item';
import { StateTag } from './state-tag';

/** What each row of an imported file did. */
export function ResultsTable({ rows }: { rows: readonly ImportedRow[] }) {
  return (
    <Table
      caption="Rows of the file that were imported"
      rows={rows}
      rowKey={({ row }) => String(row)}
      columns={[
        { key: 'row', header: 'Row', tight: true, numeric: true, cell: ({ row }) => row },
        {
          key: 'what',
          header: 'What it is about',
          lead: true,
          cell: ({ reference, shortTitle }) => (
            <TextLink href={itemPath(reference)}>
              {reference} {shortTitle}
            </TextLink>
          ),
        },
        {
          key: 'state',
          header: 'It was',
          tight: true,
          cell: ({ state }) => <StateTag state={state} />,
        },
        {
          key: 'done',
          header: 'What was done',
          cell: ({ reference, done }) => (
            <ul>
              {done.map((each) => (
                <li key={each}>
                  <TextLink href={`${itemPath(reference)}/history`}>{each}</TextLink>
                </li>
              ))}
            </ul>
          ),
        },
      ]}
    />
  );
}
