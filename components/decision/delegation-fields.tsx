import { DateInput } from '@/components/forms/date-input';
import { personOptions } from '@/components/forms/options';
import { Select } from '@/components/forms/select';
import type { Answers } from '@/components/forms/values';
import type { PersonName } from '@/lib/domain/view';

/** Who took a decision between meetings, and when. */
export function DelegationFields({
  answers,
  people,
  only,
}: {
  answers: Answers;
  people: readonly PersonName[];
  /** When these fields matter, where they do not always. */
  only?: string;
}) {
  return (
    <>
      <Select
        label="Decided by"
        hint={`${only ?? ''} The person to whom the board gave the power to decide this. Not whoever proposed it.`.trim()}
        empty="Choose a person"
        options={personOptions(people)}
        {...answers.one('delegatedToId')}
      />
      <DateInput
        label="Decided on"
        hint={`${only ?? ''} For example 31 3 2027`.trim()}
        {...answers.date('decidedOn')}
      />
    </>
  );
}
