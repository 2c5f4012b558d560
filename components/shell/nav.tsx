'use client';

import Link from 'next/link';
import { usePathname, useSearchParams } from 'next/navigation';
import type { ReactNode } from 'react';
import { keepAsAt } from '@/lib/domain/as-at';
import { Bars } from '../ui/icons';

export interface NavEntry {
  href: string;
  label: string;
  /** Left out, the address decides. */
  current?: boolean;
}

function isCurrent(entry: NavEntry, path: string): boolean {
  if (entry.current !== undefined) return entry.current;
  if (entry.href === '/') return path === '/';
  return path === entry.href || path.startsWith(`${entry.href}/`);
}

/**
 * Where one can go. A script only because a layout is not drawn again from page to page: it marks
 * the present one, keeps the day that is shown, and folds the menu of a phone when the page has
 * changed.
 */
export function Nav({ entries, account }: { entries: readonly NavEntry[]; account: ReactNode }) {
  const path = usePathname();
  const asAt = useSearchParams().get('as-at');
  const marked = entries.map((entry) => ({
    ...entry,
    address: keepAsAt(entry.href, asAt),
    current: isCurrent(entry, path),
  }));
  return (
    <>
      <nav aria-label="Main" className="mx-auto max-w-wide px-4 max-md:hidden sm:px-6 lg:px-8">
        <ul className="flex flex-wrap gap-x-7">
          {marked.map((entry) => (
            <li key={entry.href}>
              <Link
                href={entry.address}
                prefetch={false}
                aria-current={entry.current ? 'page' : undefined}
                className="flex min-h-11 items-center border-b-4 border-transparent pt-1 not-aria-[current=page]:forced-colors:border-b-0 text-ink no-underline hover:border-edge hover:text-accent-strong aria-[current=page]:border-accent aria-[current=page]:font-bold aria-[current=page]:text-accent"
              >
                {entry.label}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <details key={path} className="group md:hidden">
        <summary className="mx-4 mb-3 inline-flex min-h-11 list-none items-center gap-2 rounded-md border-2 border-accent px-4 font-semibold text-accent sm:mx-6 [&::-webkit-details-marker]:hidden">
          <Bars />
          Menu
        </summary>
        <nav aria-label="Menu" className="border-t border-line px-4 pb-3 sm:px-6">
          <ul>
            {marked.map((entry) => (
              <li key={entry.href} className="border-b border-line">
                <Link
                  href={entry.address}
                  prefetch={false}
                  aria-current={entry.current ? 'page' : undefined}
                  className="-mx-3 flex min-h-12 items-center border-l-4 border-transparent px-2 text-ink no-underline hover:bg-sunken aria-[current=page]:border-accent aria-[current=page]:font-bold aria-[current=page]:text-accent"
                >
                  {entry.label}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
        {account && <div className="px-4 pb-4 sm:px-6">{account}</div>}
      </details>
    </>
  );
}
