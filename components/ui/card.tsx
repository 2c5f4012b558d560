import type { ReactNode } from 'react';

/** A panel of its own with a heading. */
export function Card({
  title,
  id,
  children,
}: {
  title: ReactNode;
  id?: string;
  children: ReactNode;
}) {
  return (
    <section
      aria-labelledby={id}
      className="keep-together border border-line border-t-4 border-t-brand bg-surface p-4 sm:p-5 dark:border-t-brand-soft"
    >
      <h2 id={id} className="mb-3 text-xl">
        {title}
      </h2>
      {children}
    </section>
  );
}
