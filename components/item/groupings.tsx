import { GROUPING_KINDS, type GroupingKind, KIND_NAMES } from '@/lib/domain/item';
import { type FilterName, registerAddress } from '@/lib/domain/register';
import type { ItemView, LinkedGrouping } from '@/lib/domain/view';
import { SummaryList } from '../ui/summary-list';
import { Tag } from '../ui/tag';
import { TextLink } from '../ui/text-link';

const NAMES: Record<GroupingKind, { one: string; many: string }> = {
  theme: { one: 'Theme', many: 'Themes' },
  key_area: { one: 'Key area', many: 'Key areas' },
  strategy_priority: { one: 'Strategy priority', many: 'Strategy priorities' },
  objective: { one: 'Local objective', many: 'Local objectives' },
  part: { one: 'Part', many: 'Parts' },
};

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
        label: groupings.length === 1 ? NAMES[kind].one : NAMES[kind].many,
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
  const { kind, code, name, closestFit } = grouping;
  const filter = FILTER_OF[kind];
  const words = kind === 'key_area' ? `${code}. ${name}` : name;
  return (
    <>
      {filter ? (
        <TextLink href={registerAddress(KIND_NAMES[item.kind].path, { [filter]: [code] })}>
          {words}
        </TextLink>
      ) : (
        words
      )}
      {closestFit && (
        <span className="block pt-1 text-sm text-muted">
          <Tag>Closest fit</Tag> No key area really names it
        </span>
      )}
    </>
  );
}
