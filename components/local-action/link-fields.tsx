import type { ChoiceOption } from '@/components/forms/choice';
import type { Answers } from '@/components/forms/values';
import type { Choices } from '@/lib/domain/view';
import { LinkList } from './link-list';

export type LinkChoices = Pick<Choices, 'recommendations' | 'commitments' | 'groupings'>;

function itemOptions(items: LinkChoices['recommendations']): ChoiceOption[] {
  return items.map(({ id, reference, shortTitle }) => ({
    value: id,
    label: `${reference} ${shortTitle}`,
  }));
}

function groupingOptions({ groupings }: LinkChoices, kind: 'theme' | 'objective'): ChoiceOption[] {
  return groupings
    .filter((grouping) => grouping.kind === kind)
    .map(({ id, name }) => ({ value: id, label: name }));
}

/** What a local action is linked to: four lists, sent under two names. */
export function LinkFields({ answers, choices }: { answers: Answers; choices: LinkChoices }) {
  const list = (name: 'itemIds' | 'groupingIds') => {
    const { defaultValue, error } = answers.many(name);
    return { name, chosen: defaultValue, error };
  };
  return (
    <div className="space-y-4">
      <LinkList
        id="itemIds"
        label="Recommendations"
        options={itemOptions(choices.recommendations)}
        {...list('itemIds')}
      />
      <LinkList
        id="itemIds-commitments"
        label="Commitments"
        options={itemOptions(choices.commitments)}
        {...list('itemIds')}
      />
      <LinkList
        id="groupingIds"
        label="Local objectives"
        options={groupingOptions(choices, 'objective')}
        {...list('groupingIds')}
      />
      <LinkList
        id="groupingIds-themes"
        label="Themes"
        options={groupingOptions(choices, 'theme')}
        {...list('groupingIds')}
      />
    </div>
  );
}
