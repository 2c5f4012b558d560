import { ITEM_KINDS, KIND_NAMES } from '@/lib/domain/item';
import { MOVEMENTS, type Movement } from '@/lib/domain/movement';
import type { MovementView } from '@/lib/domain/movement-view';
import { Table } from '../ui/table';
import { TextLink } from '../ui/text-link';
import { MovementMark } from './movement-mark';

/** How many moved which way, by kind. Every number that is not nought is a link. */
export function MovementCounts({
  counts,
  href,
}: {
  counts: MovementView['counts'];
  /** Where the rows of a movement and a kind are listed. */
  href: (movement: Movement, kind: (typeof ITEM_KINDS)[number]) => string;
}) {
  return (
    <Table
      caption="How many moved, by kind"
      captionHidden
      narrow
      rows={MOVEMENTS.map((movement) => ({ movement, ...counts[movement] }))}
      rowKey={(row) => row.movement}
      columns={[
        {
          key: 'movement',
          header: 'Movement',
          lead: true,
          tight: true,
          cell: (row) => <MovementMark movement={row.movement} />,
        },
        ...ITEM_KINDS.map((kind) => ({
          key: kind,
          header: KIND_NAMES[kind].many,
          numeric: true,
          cell: (row: { movement: Movement } & MovementView['counts'][Movement]) =>
            row[kind] > 0 ? (
              <TextLink
                href={href(row.movement, kind)}
                context={`${KIND_NAMES[kind].many.toLowerCase()}, ${row.movement.replace('_', ' ')}`}
              >
                {String(row[kind])}
              </TextLink>
            ) : (
              <span className="text-muted">0</span>
            ),
        })),
      ]}
    />
  );
}
