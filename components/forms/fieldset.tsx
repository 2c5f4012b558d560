import type { ReactNode } from 'react';
import { classNames } from '../ui/class-names';
import { describedBy, FieldFrame, type FieldProps, FieldText } from './field-text';

/** Several boxes that answer one question. */
export function Fieldset({
  name,
  label,
  hint,
  error,
  heading,
  children,
}: FieldProps & { children: ReactNode }) {
  return (
    <FieldFrame error={error}>
      <fieldset aria-describedby={describedBy({ name, hint, error })}>
        <legend className={classNames('pb-2', !heading && 'font-semibold')}>
          {heading ? <h1>{label}</h1> : label}
        </legend>
        <div className="space-y-3">
          <div className="-mt-1 space-y-2 empty:hidden">
            <FieldText name={name} hint={hint} error={error} />
          </div>
          {children}
        </div>
      </fieldset>
    </FieldFrame>
  );
}
