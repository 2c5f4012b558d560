import { formatDate, londonDay, type PlainDate } from '@/lib/domain/dates';
import { isFar, readTypedDay, type TypedParts } from '@/lib/domain/typed-date';
import { Choice } from './choice';
import { boxLook, type FieldProps } from './field-text';
import { Fieldset } from './fieldset';

export interface DateParts extends TypedParts {
  /** The far day that was said to be right, '' where none was; undefined before a form is sent. */
  confirmed?: string;
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

/** The day that stands in the boxes, where it is more than ten years off. */
function farDay(typed: DateParts, today: PlainDate): PlainDate | null {
  const read = readTypedDay(typed);
  return read.is === 'date' && isFar(read.date, today) ? read.date : null;
}

/**
 * A day, typed in three boxes: `name.day`, `name.month`, `name.year`, with the ids `name-day` and
 * so on. Text boxes, since number boxes drop what they do not understand. One that is far off is
 * asked about when it is sent (lib/domain/fields), and the answer is a box to tick below it; what
 * was recorded before is not asked about again.
 */
export function DateInput({ defaultValue, ...field }: DateInputProps) {
  const typed = parts(defaultValue);
  const today = londonDay(new Date());
  const far = farDay(typed, today);
  const recorded = typed.confirmed === undefined;
  const asked = far && !recorded && (field.error?.length || typed.confirmed === far);
  return (
    <Fieldset {...field}>
      <input type="hidden" name={`${field.name}.drawn`} defaultValue={today} />
      {far && recorded && (
        <input type="hidden" name={`${field.name}.confirmed`} defaultValue={far} />
      )}
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
      {far && asked && (
        <Choice
          type="checkbox"
          id={`${field.name}-confirmed`}
          name={`${field.name}.confirmed`}
          option={{ value: far, label: `Yes, ${formatDate(far)} is right` }}
          defaultChecked={typed.confirmed === far}
          invalid={false}
        />
      )}
    </Fieldset>
  );
}
