import { classNames } from './class-names';
import { Link } from './link';
import { TextLink } from './text-link';

interface PaginationProps {
  page: number;
  pages: number;
  pageSize: number;
  total: number;
  /** The address of a page of the same list. */
  href: (page: number) => string;
}

/** First, last, and those around this one; null is a gap. */
function shown(page: number, pages: number): Array<number | null> {
  const numbers = [1, page - 1, page, page + 1, pages].filter((n) => n >= 1 && n <= pages);
  return [...new Set(numbers)].flatMap((n, index, all) => {
    const before = all[index - 1];
    if (before === undefined || n === before + 1) return [n];
    return n === before + 2 ? [before + 1, n] : [null, n];
  });
}

/** Which rows these are, and the ways to the others. */
export function Pagination({ page, pages, pageSize, total, href }: PaginationProps) {
  if (total === 0) return null;
  const first = (page - 1) * pageSize + 1;
  const last = Math.min(page * pageSize, total);
  const count = (n: number) => n.toLocaleString('en-GB');
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-8 gap-y-3 print:hidden">
      <p className="text-sm text-muted tabular-nums">
        Showing {count(first)} to {count(last)} of {count(total)}
      </p>
      {pages > 1 && (
        <nav aria-label="Pages">
          <ul className="flex flex-wrap items-center gap-1 tabular-nums">
            {page > 1 && (
              <li className="pr-2">
                <TextLink href={href(page - 1)} context="page">
                  Previous
                </TextLink>
              </li>
            )}
            {shown(page, pages).map((n, index) =>
              n === null ? (
                // biome-ignore lint/suspicious/noArrayIndexKey: at most two gaps, which never move.
                <li key={`gap-${index}`} className="px-1 text-muted">
                  <span aria-hidden="true">…</span>
                </li>
              ) : (
                <li key={n}>
                  <Link
                    href={href(n)}
                    aria-label={`Page ${n}`}
                    aria-current={n === page ? 'page' : undefined}
                    className={classNames(
                      'grid min-h-10 min-w-10 place-items-center rounded-md',
                      n === page
                        ? 'bg-accent font-semibold text-on-accent'
                        : 'text-link underline hover:bg-accent-wash',
                    )}
                  >
                    {n}
                  </Link>
                </li>
              ),
            )}
            {page < pages && (
              <li className="pl-2">
                <TextLink href={href(page + 1)} context="page">
                  Next
                </TextLink>
              </li>
            )}
          </ul>
        </nav>
      )}
    </div>
  );
}
