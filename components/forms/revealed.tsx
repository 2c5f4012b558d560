'use client';

import { type ReactNode, useEffect, useRef } from 'react';

/** What stands in the place of a form once it is done. Its heading takes the focus: the button that had it is gone. */
export function Revealed({ title, children }: { title: string; children: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <div className="measure space-y-5">
      <h2 ref={heading} tabIndex={-1}>
        {title}
      </h2>
      {children}
    </div>
  );
}
