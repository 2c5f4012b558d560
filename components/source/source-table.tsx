import { formatMonth } from '@/lib/domain/dates';
import { sourcePath } from '@/lib/domain/source';
import type { SourceRow } from '@/lib/domain/source-view';
import { Table } from '../ui/table';
import { TextLink } from '../ui/text-link';

/** What a source holds: '32 recommendations'. */
function held({ recommendations, commitments }: SourceRow): string {
  const counted = (count: number, name: string) =>
    count > 0 ? [`${count} ${name}${count === 1 ? '' : 's'}`] : [];
  const all = [
    ...counted(recommendations, 'recommendation'),
    ...counted(commitments, 'commitment'),
  ];
  return all.join(', ') || 'Nothing yet';
}

/** The documents whose recommendations and commitments are tracked, a row each. */
export function SourceTable({ sources }: { sources: readonly SourceRow[] }) {
  return (
    <Table
      caption="Sources"
      captionHidden
      rows={sources}
      rowKey={({ prefix }) => prefix}
      narrow
      columns={[
        { key: 'prefix', header: 'Prefix', lead: true, tight: true, cell: ({ prefix }) => prefix },
        {
          key: 'title',
          header: 'Title',
          lead: true,
          cell: ({ prefix, title }) => (
            <TextLink href={sourcePath(prefix)} strong>
              {title}
            </TextLink>
          ),
        },
        {
          key: 'published',
          header: 'Published',
          cell: ({ publisher, published }) => `${publisher}, ${formatMonth(published)}`,
        },
        { key: 'holds', header: 'Tracked', tight: true, cell: held },
      ]}
    />
  );
}
