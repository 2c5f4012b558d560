import {
  boxLook,
  describedBy,
  FieldFrame,
  FieldLabel,
  type FieldProps,
  FieldText,
} from './field-text';

interface FileInputProps extends FieldProps {
  /** Helps the picker only: what a file is gets told by its content. */
  accept?: string;
}

/** A file from the reader's machine. It has to be chosen again after an error. */
export function FileInput({ name, label, heading, hint, error, accept }: FileInputProps) {
  return (
    <FieldFrame error={error}>
      <FieldLabel name={name} label={label} heading={heading} />
      <FieldText name={name} hint={hint} error={error} />
      <input
        id={name}
        name={name}
        type="file"
        accept={accept}
        aria-invalid={error?.length ? true : undefined}
        aria-describedby={describedBy({ name, hint, error })}
        className={`${boxLook(error)} w-full max-w-measure file:mr-4 file:min-h-8 file:rounded-sm file:border file:border-edge file:bg-sunken file:px-3 file:font-semibold file:text-ink`}
      />
    </FieldFrame>
  );
}
