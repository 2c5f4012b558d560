import { TextLink } from './text-link';

export interface SectionLink {
  /** Of a Section on this page, "#evidence", or of a page beside this one. */
  href: string;
  label: string;
  count?: number;
  current?: boolean;
}

interface SectionNavProps {
  label: string;
  links: readonly SectionLink[];
}

/** What is on this page, or beside it. */
export function SectionNav({ label, links }: SectionNavProps) {
  return (
    <nav aria-label={label} className="border-y border-line py-2 print:hidden">
      <ul className="flex flex-wrap gap-x-6 gap-y-1">
        {links.map((link) => (
          <li key={link.href} className="flex min-h-8 items-center gap-1.5">
            {link.current ? (
              <span aria-current="page" className="border-b-3 border-accent font-semibold">
                {link.label}
              </span>
            ) : (
              <TextLink href={link.href}>{link.label}</TextLink>
            )}
            {link.count !== undefined && (
              <span className="text-sm text-muted tabular-nums">
                {link.count.toLocaleString('en-GB')}
              </span>
            )}
          </li>
        ))}
      </ul>
    </nav>
  );
}
