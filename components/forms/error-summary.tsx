'use client';

import { useEffect, useRef } from 'react';

interface ErrorSummaryProps {
  /** Messages by field name, as a form's state holds them; '' holds those of the whole form. */
  errors: Readonly<Record<string, readonly string[]>>;
  /** Names of date fields: their summary leads to the day. */
  dates?: readonly string[];
}

/**
 * What is wrong, at the top of the form, each with the way to its field. It takes the focus when
 * it comes or changes, which only a script can do; without one it stands first on the new page.
 */
export function ErrorSummary({ errors, dates = [] }: ErrorSummaryProps) {
  const box = useRef<HTMLDivElement>(null);
  const lines = Object.entries(errors).flatMap(([name, messages]) =>
    messages.map((message) => ({ name, message })),
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new set of errors is the signal.
  useEffect(() => box.current?.focus(), [errors]);
  if (lines.length === 0) return null;
  return (
    <div
      ref={box}
      role="alert"
      tabIndex={-1}
      aria-labelledby="error-summary-title"
      className="measure space-y-2 rounded-md border-4 border-danger bg-danger-wash p-5"
    >
      <h2 id="error-summary-title" className="text-xl">
        There is a problem
      </h2>
      <ul className="space-y-1">
        {lines.map(({ name, message }) => (
          <li key={`${name} ${message}`} className="font-semibold">
            {name === '' ? (
              message
            ) : (
              <a
                href={`#${dates.includes(name) ? `${name}-day` : name}`}
                className="inline-block text-danger underline underline-offset-[0.18em] hover:text-danger-strong"
              >
                {message}
              </a>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
