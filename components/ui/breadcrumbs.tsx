export interface Crumb {
  label: string;
  href: string;
}

/** The way back up. The page itself is not in it: its heading follows. */
export function Breadcrumbs({ crumbs }: { crumbs: readonly Crumb[] }) {
  return (
    <nav aria-label="Breadcrumb" className="mb-4 text-sm">
      <ol className="flex flex-wrap gap-x-2 gap-y-1">
        {crumbs.map((crumb, index) => (
          <li key={crumb.href} className="flex items-center gap-2">
            {index > 0 ? (
              <span aria-hidden="true" className="text-muted">
                ›
              </span>
            ) : null}
            <a href={crumb.href} className="inline-flex min-h-6 items-center">
              {crumb.label}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
