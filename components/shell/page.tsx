import type { ReactNode } from 'react';
import type { DoneNotice } from '@/lib/domain/notice-told';
import { Done } from './done';

const WIDTHS = {
  /** One column of words, or a form. */
  narrow: 'max-w-measure',
  page: 'max-w-page',
  /** Registers. */
  wide: 'max-w-wide',
};

interface PageProps {
  width?: keyof typeof WIDTHS;
  /** What was just done, said before anything else. */
  done?: DoneNotice | null;
  children: ReactNode;
}

/** The content of a page at its width, its parts at an even distance. */
export function Page({ width = 'wide', done, children }: PageProps) {
  return (
    <div className="mx-auto max-w-wide px-4 pt-7 sm:px-6 lg:px-8">
      <div className={`space-y-10 ${WIDTHS[width]}`}>
        {done && <Done key={done.key} done={done} />}
        {children}
      </div>
    </div>
  );
}
