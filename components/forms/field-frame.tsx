import type { ReactNode } from 'react';
import { classNames } from '@/components/ui/class-names';
import type { FieldProps } from './control';

/** The hint above a control. */
export function Hint({ name, hint }: Pick<FieldProps, 'name' | 'hint'>) {
  return hint ? (
    <p id={`${name}-hint`} className="mb-1.5 max-w-[60ch] text-muted">
      {hint}
    </p>
  ) : null;
}

/** The messages of a field, between its hint and its control. */
export function FieldError({ name, error }: Pick<FieldProps, 'name' | 'error'>) {
  return error?.length ? (
    <p id={`${name}-error`} className="mb-1.5 font-semibold text-red">
      <span className="sr-only">Error: </span>
      {error.join('. ')}
    </p>
  ) : null;
}

/** The rule at the side of a field in error, and the room around each field. */
export function FieldFrame({ invalid, children }: { invalid: boolean; children: ReactNode }) {
  return (
    <div className={classNames('mb-6', invalid && 'border-l-4 border-red pl-4')}>{children}</div>
  );
}
