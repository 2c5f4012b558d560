import { classNames } from '@/components/ui/class-names';
import { controlClasses, describedBy, type FieldProps } from './control';
import { FieldError, FieldFrame, Hint } from './field-frame';

const WIDTHS = { full: 'w-full', half: 'w-full sm:w-80', short: 'w-40' };

/** A label with a text box, or with `rows` a larger one. */
export function Field({
  defaultValue,
  rows,
  type = 'text',
  width = 'full',
  autoComplete,
  maxLength,
  inputMode,
  ...field
}: FieldProps & {
  defaultValue?: string;
  rows?: number;
  type?: 'text' | 'email' | 'password' | 'url' | 'search';
  width?: keyof typeof WIDTHS;
  autoComplete?: string;
  /** Said in the hint by whoever uses it; the server checks it. */
  maxLength?: number;
  inputMode?: 'numeric' | 'url' | 'email';
}) {
  const { name, label, hint, error } = field;
  const invalid = Boolean(error?.length);
  const shared = {
    id: name,
    name,
    defaultValue,
    'aria-describedby': describedBy(field),
    'aria-invalid': invalid || undefined,
    className: classNames(controlClasses(invalid), WIDTHS[width]),
  };
  return (
    <FieldFrame invalid={invalid}>
      <label htmlFor={name} className="mb-1 block font-semibold">
        {label}
      </label>
      <Hint name={name} hint={hint} />
      <FieldError name={name} error={error} />
      {rows ? (
        <textarea rows={rows} {...shared} />
      ) : (
        <input
          type={type}
          autoComplete={autoComplete}
          maxLength={maxLength}
          inputMode={inputMode}
          {...shared}
        />
      )}
    </FieldFrame>
  );
}
