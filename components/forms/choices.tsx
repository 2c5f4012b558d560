import type { ReactNode } from 'react';
import { describedBy, type FieldProps } from './control';
import { FieldError, FieldFrame, Hint } from './field-frame';

export interface Choice {
  value: string;
  label: ReactNode;
  hint?: string;
}

/** Radio buttons or checkboxes with one legend. The first box has the field's name as its id. */
export function Choices({
  kind,
  choices,
  selected,
  columns = false,
  ...field
}: FieldProps & {
  kind: 'radio' | 'checkbox';
  choices: readonly Choice[];
  selected: readonly string[];
  /** Two columns on a wide screen, for long lists. */
  columns?: boolean;
}) {
  const { name, label, hint, error } = field;
  return (
    <FieldFrame invalid={Boolean(error?.length)}>
      <fieldset aria-describedby={describedBy(field)}>
        <legend className="mb-1 font-semibold">{label}</legend>
        <Hint name={name} hint={hint} />
        <FieldError name={name} error={error} />
        <div className={columns ? 'sm:columns-2 sm:gap-8' : undefined}>
          {choices.map((choice, index) => {
            const id = index === 0 ? name : `${name}-${choice.value}`;
            return (
              <div key={choice.value} className="flex break-inside-avoid items-start gap-3 py-1.5">
                <input
                  id={id}
                  type={kind}
                  name={name}
                  value={choice.value}
                  defaultChecked={selected.includes(choice.value)}
                  aria-describedby={choice.hint ? `${id}-choice-hint` : undefined}
                  className="size-6 shrink-0 accent-accent"
                />
                <div className="min-w-0">
                  <label htmlFor={id} className="inline-block min-h-6">
                    {choice.label}
                  </label>
                  {choice.hint ? (
                    <p id={`${id}-choice-hint`} className="text-muted">
                      {choice.hint}
                    </p>
                  ) : null}
                </div>
              </div>
            );
          })}
        </div>
      </fieldset>
    </FieldFrame>
  );
}

type Plain = Omit<Parameters<typeof Choices>[0], 'kind' | 'selected'>;

/** Choose one. */
export function Radios({ defaultValue, ...rest }: Plain & { defaultValue?: string }) {
  return <Choices kind="radio" selected={defaultValue ? [defaultValue] : []} {...rest} />;
}

/** Choose any. */
export function Checkboxes({
  defaultValues = [],
  ...rest
}: Plain & { defaultValues?: readonly string[] }) {
  return <Choices kind="checkbox" selected={defaultValues} {...rest} />;
}
