import { itemPath } from '@/lib/domain/item';
import type { PrintedHeadlineView } from '@/lib/domain/paper-draft-view';
import { headlinePath } from '@/lib/domain/paper-path';
import { Table } from '../ui/table';
import { Tag } from '../ui/tag';
import { TextLink } from '../ui/text-link';

interface HeadlineTableProps {
  slug: string;
  caption: string;
  headlines: readonly PrintedHeadlineView[];
  mayEdit: boolean;
}

/** Headlines as the register has them, and as the paper prints them. */
export function HeadlineTable({ slug, caption, headlines, mayEdit }: HeadlineTableProps) {
  return (
    <Table
      caption={caption}
      rows={headlines}
      rowKey={({ reference }) => reference}
      columns={[
        {
          key: 'item',
          header: 'Item',
          lead: true,
          cell: ({ reference, shortTitle }) => (
            <>
              <TextLink href={itemPath(reference)} strong>
                {reference}
              </TextLink>{' '}
              {shortTitle}
            </>
          ),
        },
        {
          key: 'headline',
          header: 'In the register',
          cell: ({ headline, moved }) => (
            <span className="block space-y-1">
              <bdi>{headline}</bdi>
              {moved && (
                <span className="block">
                  <Tag>New since</Tag>
                </span>
              )}
            </span>
          ),
        },
        {
          key: 'printed',
          header: 'In this paper',
          cell: ({ printed }) =>
            printed === null ? <span className="text-muted">The same</span> : <bdi>{printed}</bdi>,
        },
        ...(mayEdit
          ? [
              {
                key: 'edit',
                header: 'Change',
                tight: true,
                cell: ({ reference }: PrintedHeadlineView) => (
                  <TextLink
                    href={headlinePath(slug, reference)}
                    context={`headline of ${reference}`}
                  >
                    Edit
                  </TextLink>
                ),
              },
            ]
          : []),
      ]}
    />
  );
}
