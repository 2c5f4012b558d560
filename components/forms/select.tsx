import {
  boxLook,
  describedBy,
  FieldFrame,
  FieldLabel,
  type FieldProps,
  FieldText,
} from './field-text';

export interface SelectOption {
  value: string;
  label: string;
}

interface SelectProps extends FieldProps {
  options: readonly SelectOption[];
  /** The empty choice, first in the list: "Choose a person", "No owner". */
  empty?: string;
  defaultValue?: string;
}

/** One out of a list too long to lay open. */
export function Select({
  name,
  label,
  heading,
  hint,
  error,
  options,
  empty,
  defaultValue,
}: SelectProps) {
  return (
    <FieldFrame error={error}>
      <FieldLabel name={name} label={label} heading={heading} />
      <FieldText name={name} hint={hint} error={error} />
      <select
        id={name}
        name={name}
        defaultValue={defaultValue}
        aria-invalid={error?.length ? true : undefined}
        aria-describedby={describedBy({ name, hint, error })}
        className={`${boxLook(error)} w-full max-w-measure sm:w-auto sm:min-w-80`}
      >
        {empty !== undefined && <option value="">{empty}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </FieldFrame>
  );
}
