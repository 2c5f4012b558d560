import {
  boxLook,
  describedBy,
  FieldFrame,
  FieldLabel,
  type FieldProps,
  FieldText,
} from './field-text';

const WIDTHS = {
  full: 'w-full max-w-measure',
  half: 'w-full max-w-80',
  short: 'w-full max-w-44',
};

interface TextFieldProps extends FieldProps {
  defaultValue?: string;
  type?: 'text' | 'email' | 'password' | 'url' | 'search' | 'tel';
  /** As wide as what goes in. */
  width?: keyof typeof WIDTHS;
  autoComplete?: string;
  inputMode?: 'text' | 'numeric' | 'decimal' | 'email' | 'url';
  spellCheck?: boolean;
  /** Said in words; nothing is cut off while typing. */
  limit?: number;
}

/** A box for one line. */
export function Field(props: TextFieldProps) {
  const { name, error, width = 'full', limit, heading, label, ...rest } = props;
  const { defaultValue, type = 'text', autoComplete, inputMode, spellCheck } = rest;
  const hint = withLimit(props.hint, limit);
  return (
    <FieldFrame error={error}>
      <FieldLabel name={name} label={label} heading={heading} />
      <FieldText name={name} hint={hint} error={error} />
      <input
        id={name}
        name={name}
        type={type}
        defaultValue={defaultValue}
        autoComplete={autoComplete}
        inputMode={inputMode}
        spellCheck={spellCheck}
        aria-invalid={error?.length ? true : undefined}
        aria-describedby={describedBy({ name, hint, error })}
        className={`${boxLook(error)} ${WIDTHS[width]}`}
      />
    </FieldFrame>
  );
}

/** The hint, and after it how long the answer may be. */
export function withLimit(hint: FieldProps['hint'], limit: number | undefined): FieldProps['hint'] {
  if (limit === undefined) return hint;
  return (
    <>
      {hint} Up to {limit.toLocaleString('en-GB')} characters.
    </>
  );
}
