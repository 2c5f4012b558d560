import { classNames } from '@/components/ui/class-names';
import type { PlainDate } from '@/lib/domain/dates';
import { controlClasses, describedBy, type FieldProps } from './control';
import { FieldError, FieldFrame, Hint } from './field-frame';

export interface DateParts {
  day?: string;
  month?: string;
  year?: string;
}

/** 'YYYY-MM-DD' as three boxes show it. */
export function dateParts(date: PlainDate | null | undefined): DateParts {
  const [year, month, day] = date?.split('-') ?? [];
  return { day: day && String(Number(day)), month: month && String(Number(month)), year };
}

const PARTS = [
  { part: 'day', label: 'Day', width: 'w-14', length: 2 },
  { part: 'month', label: 'Month', width: 'w-16', length: 9 },
  { part: 'year', label: 'Year', width: 'w-20', length: 4 },
] as const;

/** A day as three boxes, `name.day`, `name.month` and `name.year`. Months may be words. */
export function DateInput({ defaultValue, ...field }: FieldProps & { defaultValue?: DateParts }) {
  const { name, label, error } = field;
  const hint = field.hint ?? 'For example, 31 3 2027';
  const invalid = Boolean(error?.length);
  return (
    <FieldFrame invalid={invalid}>
      <fieldset aria-describedby={describedBy({ ...field, hint })}>
        <legend className="mb-1 font-semibold">{label}</legend>
        <Hint name={name} hint={hint} />
        <FieldError name={name} error={error} />
        <div className="flex gap-4">
          {PARTS.map(({ part, label: partLabel, width, length }) => (
            <div key={part}>
              <label htmlFor={part === 'day' ? name : `${name}-${part}`} className="block">
                {partLabel}
              </label>
              <input
                // The summary of errors links to the field's name: the first box has it.
                id={part === 'day' ? name : `${name}-${part}`}
                name={`${name}.${part}`}
                defaultValue={defaultValue?.[part]}
                inputMode={part === 'month' ? undefined : 'numeric'}
                maxLength={length}
                autoComplete="off"
                aria-invalid={invalid || undefined}
                className={classNames(controlClasses(invalid), width)}
              />
            </div>
          ))}
        </div>
      </fieldset>
    </FieldFrame>
  );
}
