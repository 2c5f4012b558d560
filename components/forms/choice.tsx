import type { ReactNode } from 'react';

export interface ChoiceOption {
  value: string;
  label: string;
  hint?: ReactNode;
  /** A shape or tag before the label. */
  mark?: ReactNode;
}

interface ChoiceProps {
  type: 'radio' | 'checkbox';
  id: string;
  name: string;
  option: ChoiceOption;
  defaultChecked: boolean;
  invalid: boolean;
}

/** One answer to pick: the whole line can be pressed, and shows that it is picked. */
export function Choice({ type, id, name, option, defaultChecked, invalid }: ChoiceProps) {
  return (
    <label
      htmlFor={id}
      className="flex min-h-11 gap-3 rounded-md border-2 border-line bg-surface px-3 py-2 hover:border-edge has-checked:border-accent has-checked:bg-accent-wash"
    >
      <input
        type={type}
        id={id}
        name={name}
        value={option.value}
        defaultChecked={defaultChecked}
        aria-invalid={invalid && type === 'checkbox' ? true : undefined}
        aria-describedby={option.hint ? `${id}-hint` : undefined}
        className="mt-px size-6 flex-none accent-accent"
      />
      <span className="min-w-0">
        <span className="flex items-center gap-2">
          {option.mark}
          {option.label}
        </span>
        {option.hint && (
          <span id={`${id}-hint`} className="block text-sm text-muted">
            {option.hint}
          </span>
        )}
      </span>
    </label>
  );
}

/** The first has the field's own id, where the error summary leads. */
export function choiceId(name: string, index: number): string {
  return index === 0 ? name : `${name}-${index + 1}`;
}
