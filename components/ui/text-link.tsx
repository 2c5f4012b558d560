import Link from 'next/link';
import type { ReactNode } from 'react';
import { classNames } from './class-names';
import { VisuallyHidden } from './visually-hidden';

const LOOK =
  'text-link underline decoration-[0.07em] underline-offset-[0.18em] hover:text-accent-strong hover:decoration-[0.16em]';

interface TextLinkProps {
  href: string;
  children: ReactNode;
  /** What the link is about, for those who hear it out of its row: "owner of R8". */
  context?: string;
  strong?: boolean;
  /** For a file: the browser fetches it, the router does not. */
  download?: boolean;
}

/**
 * A link in running text or a table. Pages are not fetched ahead: a register has a hundred
 * links, and each page behind them is a query. Addresses of other sites and files are plain links.
 */
export function TextLink({ href, children, context, strong, download }: TextLinkProps) {
  const className = classNames(LOOK, strong && 'font-semibold');
  const content = (
    <>
      {children}
      {context && <VisuallyHidden> {context}</VisuallyHidden>}
    </>
  );
  if (download || !href.startsWith('/')) {
    return (
      <a href={href} className={className} rel={/^https?:/.test(href) ? 'noreferrer' : undefined}>
        {content}
      </a>
    );
  }
  return (
    <Link href={href} className={className} prefetch={false}>
      {content}
    </Link>
  );
}
