'use client';

import Link from 'next/link';
import { useSearchParams } from 'next/navigation';
import type { ReactNode } from 'react';
import { keepAsAt } from '@/lib/domain/as-at';

/** The way to the dashboard, as at the day that is shown: a layout does not know the address. */
export function HomeLink({ children }: { children: ReactNode }) {
  return (
    <Link
      href={keepAsAt('/', useSearchParams().get('as-at'))}
      prefetch={false}
      className="flex min-w-0 items-center gap-3.5 text-ink no-underline hover:text-accent-strong"
    >
      {children}
    </Link>
  );
}
