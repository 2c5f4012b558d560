import { classNames } from './class-names';

/** The pages to name: the first, the last, and those around the present one. */
function named(page: number, pages: number): number[] {
  const wanted = [1, page - 1, page, page + 1, pages].filter((n) => n >= 1 && n <= pages);
  return [...new Set(wanted)].sort((a, b) => a - b);
}

/** Links to other pages; nothing at all where there is one page. */
export function Pagination({
  page,
  pages,
  href,
  label = 'Pages',
}: {
  page: number;
  pages: number;
  href: (page: number) => string;
  label?: string;
}) {
  if (pages <= 1) return null;
  const numbers = named(page, pages);
  const link =
    'inline-flex min-h-11 min-w-11 items-center justify-center rounded-sm px-3 tabular-nums';
  return (
    <nav aria-label={label} className="mt-6">
      <ul className="flex flex-wrap items-center gap-1">
        {page > 1 ? (
          <li>
            <a className={link} href={href(page - 1)} rel="prev">
              Previous<span className="sr-only"> page</span>
            </a>
          </li>
        ) : null}
        {numbers.map((number, index) => (
          <li key={number} className="flex items-center">
            {number - (numbers[index - 1] ?? number) > 1 ? (
              <span aria-hidden="true" className="px-1 text-muted">
                …
              </span>
            ) : null}
            <a
              href={href(number)}
              aria-label={`Page ${number}`}
              aria-current={number === page ? 'page' : undefined}
              className={classNames(
                link,
                number === page && 'bg-brand font-semibold text-on-brand no-underline',
              )}
            >
              {number}
            </a>
          </li>
        ))}
        {page < pages ? (
          <li>
            <a className={link} href={href(page + 1)} rel="next">
              Next<span className="sr-only"> page</span>
            </a>
          </li>
        ) : null}
      </ul>
    </nav>
  );
}
