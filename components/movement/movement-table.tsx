import { itemPath, OUTCOME_NAMES } from '@/lib/domain/item';
import { FLAG_NAMES, type Movement } from '@/lib/domain/movement';
import type { MovementRow } from '@/lib/domain/movement-view';
import { RagTag } from '../status/rag-tag';
import { Table } from '../ui/table';
import { Tag } from '../ui/tag';
import { TextLink } from '../ui/text-link';
import { MovementMark } from './movement-mark';

const NONE = <span className="text-muted">–</span>;

/** What moved, a row each: from which status to which, and what else happened. */
export function MovementTable({
  caption,
  rows,
  movement,
}: {
  caption: string;
  rows: readonly MovementRow[];
  /** Whether rows of several movements stand together. */
  movement?: boolean;
}) {
  return (
    <Table
      caption={caption}
      captionHidden
      rows={rows}
      rowKey={(row) => row.reference}
      columns={[
        {
          key: 'reference',
          header: 'Reference',
          lead: true,
          tight: true,
          cell: (row) => row.reference,
        },
        {
          key: 'title',
          header: 'Short title',
          lead: true,
          cell: (row) => (
            <div className="space-y-1">
              <TextLink href={itemPath(row.reference)}>{row.shortTitle}</TextLink>
              {row.restricted && (
                <p>
                  <Tag tone="accent">Restricted</Tag>
                </p>
              )}
            </div>
          ),
        },
        ...(movement
          ? [
              {
                key: 'movement',
                header: 'Movement',
                tight: true,
                cell: (row: MovementRow) => <MovementMark movement={row.movement} />,
              },
            ]
          : []),
        {
          key: 'before',
          header: 'Was',
          tight: true,
          cell: (row) => (row.before ? <RagTag status={row.before} /> : NONE),
        },
        {
          key: 'after',
          header: 'Is',
          tight: true,
          cell: (row) => <After row={row} />,
        },
        { key: 'headline', header: 'Headline', cell: (row) => row.headline },
        {
          key: 'flags',
          header: 'Also',
          cell: (row) =>
            row.flags.length > 0 ? row.flags.map((flag) => FLAG_NAMES[flag]).join(', ') : null,
        },
      ]}
    />
  );
}

function After({ row }: { row: MovementRow }) {
  if (row.after) return <RagTag status={row.after} />;
  return <>{row.outcome ? OUTCOME_NAMES[row.outcome] : 'Closed'}</>;
}

/** How a group of rows is headed. */
export function groupedBy(rows: readonly MovementRow[]): Array<[Movement, MovementRow[]]> {
  const groups = new Map<Movement, MovementRow[]>();
  for (const row of rows) groups.set(row.movement, [...(groups.get(row.movement) ?? []), row]);
  return [...groups];
}
