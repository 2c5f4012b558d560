import { GROUPING_NAMES, groupingLabel } from '@/lib/domain/grouping';
import { GROUPING_KINDS, type GroupingKind, KIND_NAMES } from '@/lib/domain/item';
import { type FilterName, registerAddress } from '@/lib/domain/register';
import type { ItemView, LinkedGrouping } from '@/lib/domain/view';
import { SummaryList } from '../ui/summary-list';
import { Tag } from '../ui/tag';
import { TextLink } from '../ui/text-link';

/** The groupings a register can be narrowed by. */
const FILTER_OF: Partial<Record<GroupingKind, FilterName>> = {
  theme: 'theme',
  key_area: 'key-area',
  objective: 'objective',
};

/** The groupings it belongs to, each leading to the others in it. */
export function Groupings({ item }: { item: Pick<ItemView, 'kind' | 'groupings'> }) {
  if (item.groupings.length === 0) return null;
  const rows = GROUPING_KINDS.flatMap((kind) => {
    const groupings = item.groupings.filter((grouping) => grouping.kind === kind);
    if (groupings.length === 0) return [];
    return [
      {
        label: groupings.length === 1 ? GROUPING_NAMES[kind].one : GROUPING_NAMES[kind].many,
        value: (
          <ul className="space-y-2">
            {groupings.map((grouping) => (
              <li key={grouping.id}>
                <Name item={item} grouping={grouping} />
              </li>
            ))}
          </ul>
        ),
      },
    ];
  });
  return (
    <div className="space-y-3">
      <h3>Groupings</h3>
      <SummaryList rows={rows} />
    </div>
  );
}

interface NameProps {
  item: Pick<ItemView, 'kind'>;
  grouping: LinkedGrouping;
}

function Name({ item, grouping }: NameProps) {
  const { kind, code, closestFit, retired } = grouping;
  const filter = FILTER_OF[kind];
  const words = groupingLabel(grouping);
  return (
    <>
      {filter ? (
        <TextLink href={registerAddress(KIND_NAMES[item.kind].path, { [filter]: [code] })}>
          {words}
        </TextLink>
      ) : (
        words
      )}
      {retired && (
        <span className="block pt-1 text-sm text-muted">
          <Tag>Retired</Tag> Forms no longer offer it
        </span>
      )}
      {closestFit && (
        <span className="block pt-1 text-sm text-muted">
          <Tag>Closest fit</Tag> No key area really names it
        </span>
      )}
    </>
  );
}
