import type { Answers } from '@/components/forms/values';
import { LinkList } from '@/components/local-action/link-list';
import { GROUPING_NAMES, groupingLabel } from '@/lib/domain/grouping';
import type { ItemKind } from '@/lib/domain/item';
import { MAY_LINK_TO } from '@/lib/domain/mapping';
import type { Choices } from '@/lib/domain/view';

interface GroupingFieldsProps {
  answers: Answers;
  groupings: Choices['groupings'];
  /** Of what is linked. */
  kind: ItemKind;
}

/** The groupings an item of a kind can belong to, a list each, sent under one name. */
export function GroupingFields({ answers, groupings, kind }: GroupingFieldsProps) {
  const { defaultValue, error } = answers.many('groupingIds');
  return (
    <div className="space-y-4">
      {MAY_LINK_TO[kind].groupings.map((one, index) => (
        <LinkList
          key={one}
          id={index === 0 ? 'groupingIds' : `groupingIds-${GROUPING_NAMES[one].path}`}
          name="groupingIds"
          label={GROUPING_NAMES[one].many}
          options={groupings
            .filter((grouping) => grouping.kind === one)
            .map((grouping) => ({ value: grouping.id, label: groupingLabel(grouping) }))}
          chosen={defaultValue}
          error={error}
        />
      ))}
    </div>
  );
}
