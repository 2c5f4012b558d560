'use client';

import type { ReactNode } from 'react';
import { useFormStatus } from 'react-dom';
import { type ButtonVariant, buttonLook } from '../ui/button-look';

interface SubmitButtonProps {
  children: ReactNode;
  variant?: ButtonVariant;
  /** While it is being sent. */
  pendingLabel?: string;
  name?: string;
  value?: string;
}

/**
 * Sends its form once. While that is under way it says so and does nothing; it is not disabled,
 * which would drop the focus. Without a script it is a plain button, and the server sees to
 * double submits.
 */
export function SubmitButton({
  children,
  variant = 'primary',
  pendingLabel = 'Saving…',
  name,
  value,
}: SubmitButtonProps) {
  const { pending } = useFormStatus();
  return (
    <button
      type="submit"
      name={name}
      value={value}
      data-button=""
      aria-disabled={pending || undefined}
      onClick={pending ? (event) => event.preventDefault() : undefined}
      className={buttonLook(variant)}
    >
      {pending ? pendingLabel : children}
    </button>
  );
}
