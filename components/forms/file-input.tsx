import { classNames } from '@/components/ui/class-names';
import { controlClasses, describedBy, type FieldProps } from './control';
import { FieldError, FieldFrame, Hint } from './field-frame';

/** Chooses one file. A browser never fills it in again: after an error it is chosen anew. */
export function FileInput({ accept, ...field }: FieldProps & { accept: string }) {
  const { name, label, hint, error } = field;
  const invalid = Boolean(error?.length);
  return (
    <FieldFrame invalid={invalid}>
      <label htmlFor={name} className="mb-1 block font-semibold">
        {label}
      </label>
      <Hint name={name} hint={hint} />
      <FieldError name={name} error={error} />
      <input
        id={name}
        type="file"
        name={name}
        accept={accept}
        aria-describedby={describedBy(field)}
        aria-invalid={invalid || undefined}
        className={classNames(
          controlClasses(invalid),
          'w-full file:mr-3 file:min-h-8 file:rounded-sm file:border file:border-line-strong file:bg-sunk file:px-3 file:text-ink sm:w-auto',
        )}
      />
    </FieldFrame>
  );
}
