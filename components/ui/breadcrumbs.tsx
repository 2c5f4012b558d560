import { Chevron } from './icons';
import { TextLink } from './text-link';

export interface Crumb {
  href: string;
  label: string;
}

/** The way back up. The page itself is not in it: its heading stands right below. */
export function Breadcrumbs({ trail }: { trail: readonly Crumb[] }) {
  return (
    <nav aria-label="Breadcrumb" className="text-sm print:hidden">
      <ol className="flex flex-wrap items-center gap-x-2 gap-y-1">
        {trail.map((crumb, index) => (
          <li key={crumb.href} className="flex min-h-6 items-center gap-2">
            {index > 0 && <Chevron className="text-muted" />}
            <TextLink href={crumb.href}>{crumb.label}</TextLink>
          </li>
        ))}
      </ol>
    </nav>
  );
}
