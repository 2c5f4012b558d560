import { Choice, type ChoiceOption, choiceId } from './choice';
import type { FieldProps } from './field-text';
import { Fieldset } from './fieldset';

interface RadiosProps extends FieldProps {
  options: readonly ChoiceOption[];
  defaultValue?: string;
}

/** One of a few, all in sight. */
export function Radios({ options, defaultValue, ...field }: RadiosProps) {
  return (
    <Fieldset {...field}>
      <div className="max-w-measure space-y-2">
        {options.map((option, index) => (
          <Choice
            key={option.value}
            type="radio"
            id={choiceId(field.name, index)}
            name={field.name}
            option={option}
            defaultChecked={option.value === defaultValue}
            invalid={Boolean(field.error?.length)}
          />
        ))}
      </div>
    </Fieldset>
  );
}
