import type { ReactNode } from 'react';

/** What every field takes. Its id is its name, so that the error summary can lead to it. */
export interface FieldProps {
  name: string;
  label: string;
  hint?: ReactNode;
  /** What is wrong with it, in words; a line each. */
  error?: readonly string[];
  /** The page's only question: its label is the page's heading. */
  heading?: boolean;
}

interface DescribedProps {
  name: string;
  hint?: ReactNode;
  error?: readonly string[];
}

/** The ids of what describes a field, for aria-describedby. */
export function describedBy({ name, hint, error }: DescribedProps): string | undefined {
  const ids = [hint && `${name}-hint`, error?.length && `${name}-error`].filter(Boolean);
  return ids.length > 0 ? ids.join(' ') : undefined;
}

/** The hint and the errors of a field, between its label and its box. */
export function FieldText({ name, hint, error }: DescribedProps) {
  return (
    <>
      {hint && (
        <div id={`${name}-hint`} className="measure text-muted">
          {hint}
        </div>
      )}
      {error && error.length > 0 && (
        <div id={`${name}-error`} className="measure font-semibold text-danger">
          {error.map((message) => (
            <p key={message}>
              <span className="sr-only">Error: </span>
              {message}
            </p>
          ))}
        </div>
      )}
    </>
  );
}

/** The frame of a field; a bar in the margin when something is wrong. */
export function FieldFrame({
  error,
  children,
}: {
  error?: readonly string[];
  children: ReactNode;
}) {
  return (
    <div className={error?.length ? '-ml-4 space-y-2 border-l-4 border-danger pl-3' : 'space-y-2'}>
      {children}
    </div>
  );
}

/** A label, or the heading of a page that asks one thing. */
export function FieldLabel({ name, label, heading }: FieldProps) {
  const element = (
    <label htmlFor={name} className={heading ? undefined : 'block font-semibold'}>
      {label}
    </label>
  );
  return heading ? <h1>{element}</h1> : element;
}

/** How a box looks. */
export function boxLook(error: readonly string[] | undefined): string {
  const edge = error?.length ? 'border-danger' : 'border-edge';
  return `min-h-11 rounded-sm border-2 bg-surface px-3 py-1.5 text-ink ${edge}`;
}
