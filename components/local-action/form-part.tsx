import type { ReactNode } from 'react';

/** Questions that belong together, under a heading. */
export function FormPart({ title, children }: { title: string; children: ReactNode }) {
  return (
    <fieldset className="border-t-2 border-ink">
      <legend className="float-left mb-6 w-full pt-4">
        <h2>{title}</h2>
      </legend>
      <div className="clear-both space-y-8">{children}</div>
    </fieldset>
  );
}
