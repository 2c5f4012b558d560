import type { ReactNode } from 'react';
import { MESSAGES_ID } from '../forms/messages';
import { Account, type AccountProps } from './account';
import { Footer, type FooterLink } from './footer';
import { HomeLink } from './home-link';
import { Mark } from './mark';
import { Nav, type NavEntry } from './nav';

interface FrameProps {
  /** "Exampleshire Drug and Alcohol Delivery Board" */
  boardName: string;
  productName?: string;
  nav?: readonly NavEntry[];
  account?: AccountProps | null;
  /** The board is the fictional one: said on every page. */
  illustrative?: boolean;
  footerLinks?: readonly FooterLink[];
  /** A Page. */
  children: ReactNode;
}

/** What stands around every page. Without nav and account it serves the sign-in page. */
export function Frame({
  boardName,
  productName = 'Board tracker',
  nav = [],
  account,
  illustrative,
  footerLinks = [],
  children,
}: FrameProps) {
  const who = account ? <Account {...account} /> : null;
  return (
    <div className="flex min-h-dvh flex-col">
      <a
        href="#main"
        className="sr-only focus:not-sr-only focus:relative focus:z-10 focus:block focus:bg-accent focus:px-6 focus:py-3 focus:font-semibold focus:text-on-accent focus:-outline-offset-6 focus:outline-on-accent"
        data-button=""
      >
        Skip to main content
      </a>
      <header className="border-t-8 border-b border-t-accent border-b-line bg-surface print:border-t-0">
        {illustrative && (
          <p className="border-b border-line bg-accent-wash px-4 py-1.5 text-center text-sm sm:px-6">
            <strong>Illustrative data.</strong> Exampleshire is a fictional board; national texts
            are real.
          </p>
        )}
        <div className="mx-auto flex max-w-wide flex-wrap items-center justify-between gap-x-8 gap-y-3 px-4 py-4 sm:px-6 lg:px-8">
          <HomeLink>
            <Mark />
            <span className="min-w-0">
              <span className="block text-sm text-muted">{productName}</span>
              <span className="block text-lg leading-snug font-bold">{boardName}</span>
            </span>
          </HomeLink>
          {who && <div className="max-md:hidden print:hidden">{who}</div>}
        </div>
        {nav.length > 0 && (
          <div className="print:hidden">
            <Nav entries={nav} account={who} />
          </div>
        )}
      </header>
      <main id="main" tabIndex={-1} className="grow">
        <div
          id={MESSAGES_ID}
          className="mx-auto max-w-wide px-4 pt-6 empty:hidden sm:px-6 lg:px-8 print:hidden"
        />
        {children}
      </main>
      <Footer links={footerLinks} note={`${boardName} · ${productName}`} />
    </div>
  );
}
