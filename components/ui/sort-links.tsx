import { SortArrows } from './icons';
import { Link } from './link';

export interface Sort {
  label: string;
  /** Where the register is sorted by this, the other way round if it already is. */
  href: string;
  /** Set when the rows are sorted by this now. */
  direction?: 'ascending' | 'descending' | null;
}

/**
 * The heading of a column one can sort by: a link for each thing it holds. Nothing is added to
 * its name, which is read out at every cell; aria-sort says the rest.
 */
export function SortLinks({ sorts }: { sorts: readonly Sort[] }) {
  return (
    <span className="table-sorts">
      {sorts.map((sort) => (
        <Link
          key={sort.href}
          href={sort.href}
          className="table-sort"
          data-active={sort.direction ? '' : undefined}
          scroll={false}
        >
          {sort.label}
          <SortArrows direction={sort.direction ?? null} />
        </Link>
      ))}
    </span>
  );
}
