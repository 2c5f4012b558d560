import { Choice, type ChoiceOption, choiceId } from './choice';
import type { FieldProps } from './field-text';
import { Fieldset } from './fieldset';

interface CheckboxesProps extends FieldProps {
  options: readonly ChoiceOption[];
  defaultValue?: readonly string[];
}

/** Any of these. */
export function Checkboxes({ options, defaultValue = [], ...field }: CheckboxesProps) {
  return (
    <Fieldset {...field}>
      <div className="max-w-measure space-y-2">
        {options.map((option, index) => (
          <Choice
            key={option.value}
            type="checkbox"
            id={choiceId(field.name, index)}
            name={field.name}
            option={option}
            defaultChecked={defaultValue.includes(option.value)}
            invalid={Boolean(field.error?.length)}
          />
        ))}
      </div>
    </Fieldset>
  );
}
