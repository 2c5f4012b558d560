import { Field } from '@/components/forms/field';
import { Select, type SelectOption } from '@/components/forms/select';
import { TextArea } from '@/components/forms/text-area';
import type { Answers } from '@/components/forms/values';

/** One interest: whose, what it is, and the items it concerns. */
export function DeclarationFields({
  row,
  people,
  given,
}: {
  row: number;
  people: readonly SelectOption[];
  given: Answers;
}) {
  const name = `declarations[${row}]`;
  return (
    <fieldset className="space-y-5 border-t border-line pt-4">
      <legend className="float-left w-full pb-3 text-lg font-semibold">
        Declaration {row + 1}
      </legend>
      <input
        type="hidden"
        name={`${name}.id`}
        defaultValue={given.one(`${name}.id`).defaultValue}
      />
      <div className="clear-both">
        <Select
          label="Declared by"
          options={people}
          empty="Nobody"
          {...given.one(`${name}.personId`)}
        />
      </div>
      <TextArea label="What they declared" rows={2} limit={1000} {...given.one(`${name}.words`)} />
      <Field
        label="Concerns (optional)"
        hint="References, like R8 or A12"
        width="half"
        {...given.one(`${name}.references`)}
      />
    </fieldset>
  );
}
