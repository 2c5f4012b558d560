import { boxLook, type FieldProps } from './field-text';
import { Fieldset } from './fieldset';

export interface DateParts {
  day?: string;
  month?: string;
  year?: string;
}

interface DateInputProps extends FieldProps {
  /** '2027-03-31', or the parts as they were typed. */
  defaultValue?: string | DateParts | null;
}

const PARTS = [
  { part: 'day', label: 'Day', width: 'w-16' },
  { part: 'month', label: 'Month', width: 'w-16' },
  { part: 'year', label: 'Year', width: 'w-24' },
] as const;

function parts(value: DateInputProps['defaultValue']): DateParts {
  if (typeof value !== 'string') return value ?? {};
  const [year, month, day] = value.split('-').map((part) => part.replace(/^0+/, ''));
  return { day, month, year };
}

/**
 * A day, typed in three boxes: `name.day`, `name.month`, `name.year`, with the ids `name-day` and
 * so on. Text boxes, since number boxes drop what they do not understand.
 */
export function DateInput({ defaultValue, ...field }: DateInputProps) {
  const typed = parts(defaultValue);
  return (
    <Fieldset {...field}>
      <div className="flex flex-wrap gap-4">
        {PARTS.map(({ part, label, width }) => (
          <div key={part} className="space-y-1">
            <label htmlFor={`${field.name}-${part}`} className="block">
              {label}
            </label>
            <input
              id={`${field.name}-${part}`}
              name={`${field.name}.${part}`}
              defaultValue={typed[part]}
              inputMode={part === 'month' ? 'text' : 'numeric'}
              autoComplete="off"
              aria-invalid={field.error?.length ? true : undefined}
              className={`${boxLook(field.error)} ${width}`}
            />
          </div>
        ))}
      </div>
    </Fieldset>
  );
}
