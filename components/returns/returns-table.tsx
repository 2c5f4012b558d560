import { itemPath } from '@/lib/domain/item';
import type { ReturnGroup, ReturnItem } from '@/lib/domain/returns';
import { Table } from '../ui/table';
import { TextLink } from '../ui/text-link';

/** What is in and what is waited for, a row for each owner and lead organisation. */
export function ReturnsTable({ groups }: { groups: readonly ReturnGroup[] }) {
  return (
    <Table
      caption="Updates by owner and lead organisation"
      captionHidden
      rows={groups}
      rowKey={({ key }) => key}
      columns={[
        {
          key: 'owner',
          header: 'Owner',
          lead: true,
          cell: ({ owner }) =>
            owner ? (
              <TextLink href={`/people/${owner.id}`}>{owner.name}</TextLink>
            ) : (
              'Nobody owns it yet'
            ),
        },
        {
          key: 'lead',
          header: 'Lead organisation',
          cell: ({ lead }) => lead?.name ?? <span className="text-muted">None</span>,
        },
        {
          key: 'count',
          header: 'In',
          tight: true,
          cell: (group) => `${group.in.length} of ${group.in.length + group.waiting.length}`,
        },
        {
          key: 'waiting',
          header: 'Waiting for',
          cell: ({ waiting }) =>
            waiting.length > 0 ? (
              <Items items={waiting} />
            ) : (
              <span className="text-muted">Nothing</span>
            ),
        },
        {
          key: 'in',
          header: 'What is in',
          cell: (group) =>
            group.in.length > 0 ? (
              <ul className="flex flex-wrap gap-x-4 gap-y-1">
                {group.in.map(({ reference, shortTitle }) => (
                  <li key={reference} className="min-h-6">
                    <TextLink href={itemPath(reference)} context={shortTitle}>
                      {reference}
                    </TextLink>
                  </li>
                ))}
              </ul>
            ) : (
              <span className="text-muted">Nothing</span>
            ),
        },
      ]}
    />
  );
}

function Items({ items }: { items: readonly ReturnItem[] }) {
  return (
    <ul className="space-y-1">
      {items.map(({ reference, shortTitle, mayPost }) => (
        <li key={reference} className="min-h-6">
          <TextLink href={itemPath(reference)}>
            {reference} {shortTitle}
          </TextLink>
          {mayPost && (
            <span className="whitespace-nowrap print:hidden">
              {' · '}
              <TextLink href={`${itemPath(reference)}/update`} context={`on ${reference}`}>
                Post an update
              </TextLink>
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}
