import { Button } from './button';
import { FilterGroup, type FilterGroupProps } from './filter-group';
import { Chevron } from './icons';
import { TextLink } from './text-link';

interface FilterPanelProps {
  /** The register's own address: the form is a plain GET. */
  action: string;
  search?: { name: string; label: string; value: string; hint?: string };
  groups: readonly FilterGroupProps[];
  /** State that is no filter but must outlive them: the sort. */
  keep?: ReadonlyArray<{ name: string; value: string }>;
  /** How many filters are on. */
  activeCount: number;
  clearHref: string;
}

/** What a register can be narrowed by. It is a form: nothing happens until "Apply filters". */
export function FilterPanel({
  action,
  search,
  groups,
  keep = [],
  activeCount,
  clearHref,
}: FilterPanelProps) {
  return (
    <details className="filter-fold group/fold print:hidden">
      <summary className="flex min-h-11 list-none items-center gap-2 rounded-md border-2 border-accent bg-surface px-4 font-semibold text-accent [&::-webkit-details-marker]:hidden">
        <Chevron className="group-open/fold:rotate-90" />
        {activeCount > 0 ? `Filters, ${activeCount} on` : 'Filters'}
      </summary>
      <form
        method="get"
        action={action}
        aria-label="Filters"
        className="mt-3 rounded-lg border border-line bg-surface lg:mt-0"
      >
        <h2 className="px-4 pt-4 text-lg max-lg:sr-only">Filters</h2>
        {keep.map((field) => (
          <input key={field.name} type="hidden" name={field.name} value={field.value} />
        ))}
        {search && (
          <div className="space-y-1 px-4 pt-3 pb-4">
            <label htmlFor={`filter-${search.name}`} className="block font-semibold">
              {search.label}
            </label>
            {search.hint && (
              <p id={`filter-${search.name}-hint`} className="text-sm text-muted">
                {search.hint}
              </p>
            )}
            <input
              id={`filter-${search.name}`}
              name={search.name}
              type="search"
              defaultValue={search.value}
              aria-describedby={search.hint ? `filter-${search.name}-hint` : undefined}
              className="min-h-11 w-full rounded-sm border-2 border-edge bg-surface px-3"
            />
          </div>
        )}
        {groups.map((group) => (
          <FilterGroup key={group.name} {...group} />
        ))}
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2 border-t border-line p-4">
          <Button>Apply filters</Button>
          {activeCount > 0 && <TextLink href={clearHref}>Clear filters</TextLink>}
        </div>
      </form>
    </details>
  );
}
