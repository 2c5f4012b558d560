import { Choice, type ChoiceOption, choiceId } from './choice';
import type { FieldProps } from './field-text';
import { Fieldset } from './fieldset';

interface RadiosProps extends FieldProps {
  options: readonly ChoiceOption[];
  defaultValue?: string;
  /** Side by side where there is room: for few and short answers, in row after row. */
  inline?: boolean;
}

/** One of a few, all in sight. */
export function Radios({ options, defaultValue, inline, ...field }: RadiosProps) {
  return (
    <Fieldset {...field}>
      <div className={inline ? 'flex flex-wrap gap-2' : 'max-w-measure space-y-2'}>
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
