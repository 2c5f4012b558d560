import type { ReactNode } from 'react';
import { classNames } from './class-names';
import { Link } from './link';
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
  /** Opens beside this page, which stays as it is; said in words. */
  newTab?: boolean;
  /** Leads to the present, also from a page that shows an earlier day. */
  present?: boolean;
}

/**
 * A link in running text or a table. Addresses of other sites and files are plain links.
 */
export function TextLink(props: TextLinkProps) {
  const { href, children, context, strong, download, newTab, present } = props;
  const className = classNames(LOOK, strong && 'font-semibold');
  const content = (
    <>
      {children}
      {context && <VisuallyHidden> {context}</VisuallyHidden>}
    </>
  );
  if (newTab) {
    return (
      <a href={href} className={className} target="_blank" rel="noreferrer">
        {content} (opens in a new tab)
      </a>
    );
  }
  if (download || !href.startsWith('/')) {
    return (
      <a href={href} className={className} rel={/^https?:/.test(href) ? 'noreferrer' : undefined}>
        {content}
      </a>
    );
  }
  return (
    <Link href={href} className={className} present={present}>
      {content}
    </Link>
  );
}
