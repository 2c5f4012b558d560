import { withLimit } from './field';
import {
  boxLook,
  describedBy,
  FieldFrame,
  FieldLabel,
  type FieldProps,
  FieldText,
} from './field-text';

interface TextAreaProps extends FieldProps {
  defaultValue?: string;
  rows?: number;
  /** Said in words; nothing is cut off while typing. */
  limit?: number;
}

/** A box for words. It grows with them where the browser can. */
export function TextArea(props: TextAreaProps) {
  const { name, label, heading, error, defaultValue, rows = 5, limit } = props;
  const hint = withLimit(props.hint, limit);
  return (
    <FieldFrame error={error}>
      <FieldLabel name={name} label={label} heading={heading} />
      <FieldText name={name} hint={hint} error={error} />
      <textarea
        id={name}
        name={name}
        rows={rows}
        defaultValue={defaultValue}
        aria-invalid={error?.length ? true : undefined}
        aria-describedby={describedBy({ name, hint, error })}
        className={`${boxLook(error)} block w-full max-w-measure`}
      />
    </FieldFrame>
  );
}
