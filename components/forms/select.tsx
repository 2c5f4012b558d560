import { classNames } from '@/components/ui/class-names';
import { controlClasses, describedBy, type FieldProps } from './control';
import { FieldError, FieldFrame, Hint } from './field-frame';

export interface Option {
  value: string;
  label: string;
}

/** A list to choose one from. `empty` is what stands for no choice. */
export function Select({
  options,
  empty,
  defaultValue = '',
  ...field
}: FieldProps & { options: readonly Option[]; empty?: string; defaultValue?: string }) {
  const { name, label, hint, error } = field;
  const invalid = Boolean(error?.length);
  return (
    <FieldFrame invalid={invalid}>
      <label htmlFor={name} className="mb-1 block font-semibold">
        {label}
      </label>
      <Hint name={name} hint={hint} />
      <FieldError name={name} error={error} />
      <select
        id={name}
        name={name}
        defaultValue={defaultValue}
        aria-describedby={describedBy(field)}
        aria-invalid={invalid || undefined}
        className={classNames(controlClasses(invalid), 'w-full sm:w-auto')}
      >
        {empty === undefined ? null : <option value="">{empty}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </FieldFrame>
  );
}
