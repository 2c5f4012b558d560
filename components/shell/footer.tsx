import { TextLink } from '../ui/text-link';

export interface FooterLink {
  href: string;
  label: string;
}

/** What everyone may read, signed in or not. */
export const OPEN_FOOTER: readonly FooterLink[] = [
  { href: '/about/permissions', label: 'Who can do what' },
  { href: '/accessibility', label: 'Accessibility' },
];

interface FooterProps {
  links: readonly FooterLink[];
  note: string;
}

export function Footer({ links, note }: FooterProps) {
  return (
    <footer className="mt-16 border-t border-line bg-sunken print:mt-8 print:bg-transparent">
      <div className="mx-auto flex max-w-wide flex-wrap justify-between gap-x-8 gap-y-3 px-4 py-6 text-sm sm:px-6 lg:px-8">
        {links.length > 0 && (
          <ul className="flex flex-wrap gap-x-6 gap-y-1 print:hidden">
            {links.map((link) => (
              <li key={link.href} className="flex min-h-6 items-center">
                <TextLink href={link.href}>{link.label}</TextLink>
              </li>
            ))}
          </ul>
        )}
        <p className="text-muted">{note}</p>
      </div>
    </footer>
  );
}
