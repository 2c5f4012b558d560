import { Cross } from './icons';
import { Link } from './link';
import { TextLink } from './text-link';

export interface ActiveFilter {
  /** "Owner" */
  group: string;
  /** "Priya Shah" */
  label: string;
  /** The same register without it. */
  removeHref: string;
}

interface ActiveFiltersProps {
  filters: readonly ActiveFilter[];
  clearHref: string;
}

/** The filters that are on, each a link that takes it off. */
export function ActiveFilters({ filters, clearHref }: ActiveFiltersProps) {
  if (filters.length === 0) return null;
  return (
    <div className="flex flex-wrap items-center gap-2">
      <h2 className="sr-only">Filters that are on</h2>
      <ul className="contents">
        {filters.map((filter) => (
          <li key={filter.removeHref}>
            <Link
              href={filter.removeHref}
              className="inline-flex min-h-8 items-center gap-2 rounded-full border border-edge bg-surface px-3 py-0.5 text-sm text-ink no-underline hover:border-accent hover:bg-accent-wash"
            >
              <span>
                <span className="sr-only">Remove filter </span>
                <span className="text-muted">{filter.group}: </span>
                <span className="font-semibold">{filter.label}</span>
              </span>
              <Cross className="print:hidden" />
            </Link>
          </li>
        ))}
      </ul>
      {filters.length > 1 && (
        <span className="pl-2 text-sm print:hidden">
          <TextLink href={clearHref}>Clear filters</TextLink>
        </span>
      )}
    </div>
  );
}
