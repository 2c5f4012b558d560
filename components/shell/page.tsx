import type { ReactNode } from 'react';

const WIDTHS = {
  /** One column of words, or a form. */
  narrow: 'max-w-measure',
  page: 'max-w-page',
  /** Registers. */
  wide: 'max-w-wide',
};

interface PageProps {
  width?: keyof typeof WIDTHS;
  children: ReactNode;
}

/** The content of a page at its width, its parts at an even distance. */
export function Page({ width = 'wide', children }: PageProps) {
  return (
    <div className="mx-auto max-w-wide px-4 pt-7 sm:px-6 lg:px-8">
      <div className={`space-y-10 ${WIDTHS[width]}`}>{children}</div>
    </div>
  );
}
