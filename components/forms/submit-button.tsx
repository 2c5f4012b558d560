'use client';

import { useFormStatus } from 'react-dom';
import { type ButtonLook, buttonClasses } from '@/components/ui/button';

/** Sends its form; says so while that takes. Without JavaScript it is a plain button. */
export function SubmitButton({
  children,
  pending = 'Saving…',
  look = 'primary',
}: {
  children: string;
  pending?: string;
  look?: ButtonLook;
}) {
  const status = useFormStatus();
  return (
    // Not `disabled`: that would take the focus away and the button out of the reading order.
    <button
      type="submit"
      aria-disabled={status.pending || undefined}
      className={buttonClasses(look)}
      onClick={(event) => status.pending && event.preventDefault()}
    >
      <span aria-live="polite">{status.pending ? pending : children}</span>
    </button>
  );
}
