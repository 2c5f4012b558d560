import { TextLink } from '../ui/text-link';

interface SectionLinkProps {
  href: string;
  children: string;
}

/** What can be done to a part of the page, beside its heading; on paper nothing can. */
export function SectionLink({ href, children }: SectionLinkProps) {
  return (
    <span className="print:hidden">
      <TextLink href={href}>{children}</TextLink>
    </span>
  );
}
