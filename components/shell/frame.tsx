import type { ReactNode } from 'react';
import { classNames } from '@/components/ui/class-names';

export interface NavLink {
  href: string;
  label: string;
  current?: boolean;
}

function Links({ links, className }: { links: readonly NavLink[]; className?: string }) {
  return (
    <ul className={className}>
      {links.map(({ href, label, current }) => (
        <li key={href}>
          <a
            href={href}
            aria-current={current ? 'page' : undefined}
            className={classNames(
              'inline-flex min-h-11 items-center border-b-4 px-1 text-on-brand no-underline hover:border-brand-soft',
              current ? 'border-on-brand font-semibold' : 'border-transparent',
            )}
          >
            {label}
          </a>
        </li>
      ))}
    </ul>
  );
}

/** What surrounds every page: skip link, the board's name, navigation, account, footer. */
export function Frame({
  boardName,
  illustrative,
  links = [],
  footerLinks,
  account,
  children,
}: {
  boardName: string;
  illustrative: boolean;
  links?: readonly NavLink[];
  footerLinks: readonly NavLink[];
  /** Who is signed in, and the way out. */
  account?: ReactNode;
  children: ReactNode;
}) {
  return (
    <div className="flex min-h-screen flex-col">
      <a
        href="#main"
        className="sr-only focus:not-sr-only focus:absolute focus:z-10 focus:bg-surface focus:p-3"
      >
        Skip to main content
      </a>
      <header className="bg-brand text-on-brand print:bg-transparent print:text-ink">
        <div className="mx-auto max-w-[88rem] px-4 pt-3 sm:px-6">
          <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-1">
            <p className="py-1 leading-tight">
              <a href="/" className="text-lg font-bold text-on-brand no-underline hover:underline">
                {boardName}
              </a>
              <span className="block text-sm text-brand-soft print:text-ink">Board tracker</span>
            </p>
            {account ? <div className="no-print text-sm">{account}</div> : null}
          </div>
          {links.length > 0 ? (
            <nav aria-label="Main" className="mt-1">
              <Links links={links} className="hidden flex-wrap gap-x-6 md:flex" />
              <details className="pb-2 md:hidden">
                <summary className="inline-flex min-h-11 items-center font-semibold">Menu</summary>
                <Links links={links} className="flex flex-col" />
              </details>
            </nav>
          ) : null}
        </div>
      </header>
      {illustrative ? (
        <p className="border-b border-amber bg-amber-soft text-sm text-amber">
          <span className="mx-auto block max-w-[88rem] px-4 py-1.5 sm:px-6">
            <strong>Illustrative data.</strong> Exampleshire and its board are fictional; the
            national texts are real.
          </span>
        </p>
      ) : null}
      <main
        id="main"
        tabIndex={-1}
        className="mx-auto w-full max-w-[88rem] flex-1 px-4 py-6 sm:px-6"
      >
        {children}
      </main>
      <footer className="no-print mt-8 border-t border-line bg-sunk">
        <div className="mx-auto max-w-[88rem] px-4 py-5 text-sm sm:px-6">
          <ul className="flex flex-wrap gap-x-6 gap-y-2">
            {footerLinks.map(({ href, label }) => (
              <li key={href}>
                <a href={href} className="inline-flex min-h-6 items-center">
                  {label}
                </a>
              </li>
            ))}
          </ul>
        </div>
      </footer>
    </div>
  );
}
