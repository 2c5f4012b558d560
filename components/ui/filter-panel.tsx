import type { ReactNode } from 'react';
import { Button } from './button';
import { classNames } from './class-names';

export interface FilterChoice {
  value: string;
  label: ReactNode;
  count: number;
  selected: boolean;
}
export interface FilterGroup {
  name: string;
  legend: string;
  choices: readonly FilterChoice[];
  /** Closed to begin with; a group with a choice made is always open. */
  collapsed?: boolean;
}
export interface ActiveFilter {
  label: string;
  /** The address without it. */
  href: string;
}

function Group({ name, legend, choices, collapsed }: FilterGroup) {
  const chosen = choices.filter((choice) => choice.selected).length;
  return (
    <details open={!collapsed || chosen > 0} className="border-t border-line py-2">
      <summary className="min-h-8 py-1 font-semibold">
        {legend}
        {chosen > 0 ? <span className="font-normal text-muted"> ({chosen} chosen)</span> : null}
      </summary>
      <fieldset className="max-h-72 overflow-y-auto py-1 pl-1">
        <legend className="sr-only">{legend}</legend>
        {choices.map(({ value, label, count, selected }) => (
          <label
            key={value}
            className={classNames(
              'flex min-h-8 items-start gap-2 py-1 text-[0.95em]',
              count === 0 && !selected && 'text-muted',
            )}
          >
            <input
              type="checkbox"
              name={name}
              value={value}
              defaultChecked={selected}
              className="mt-0.5 size-5 shrink-0 accent-accent"
            />
            <span className="min-w-0 flex-1">{label}</span>
            <span className="tabular-nums text-muted">
              {count}
              <span className="sr-only"> match</span>
            </span>
          </label>
        ))}
      </fieldset>
    </details>
  );
}

/** Filters as a form that asks again with GET: each state of it is an address. */
export function FilterPanel({
  action,
  search,
  groups,
  hidden,
  active,
  clearHref,
}: {
  action: string;
  search: { name: string; label: string; value: string };
  groups: readonly FilterGroup[];
  /** What the address holds besides: order. */
  hidden?: Readonly<Record<string, string>>;
  active: readonly ActiveFilter[];
  clearHref: string;
}) {
  return (
    <form action={action} method="get" className="no-print">
      {Object.entries(hidden ?? {}).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <label htmlFor="filter-search" className="mb-1 block font-semibold">
        {search.label}
      </label>
      <div className="mb-3 flex gap-2">
        <input
          id="filter-search"
          type="search"
          name={search.name}
          defaultValue={search.value}
          maxLength={200}
          className="min-h-11 w-full min-w-0 rounded-sm border-2 border-line-strong bg-surface px-2"
        />
        <Button>Apply</Button>
      </div>
      {active.length > 0 ? (
        <div className="mb-3">
          <p className="text-sm font-semibold">Filters in use</p>
          <ul className="mt-1 flex flex-wrap gap-1.5">
            {active.map(({ label, href }) => (
              <li key={`${label}${href}`}>
                <a
                  href={href}
                  className="inline-flex min-h-8 items-center gap-1 rounded-sm border border-line-strong bg-surface px-2 text-sm text-ink no-underline hover:bg-sunk"
                >
                  <span className="sr-only">Remove </span>
                  {label}
                  <span aria-hidden="true">×</span>
                </a>
              </li>
            ))}
          </ul>
          <p className="mt-2 text-sm">
            <a href={clearHref}>Clear all filters</a>
          </p>
        </div>
      ) : null}
      <details open={active.length > 0} className="filters">
        <summary className="min-h-11 py-2 font-semibold">Filters</summary>
        {groups.map((group) => (
          <Group key={group.name} {...group} />
        ))}
        <div className="border-t border-line pt-3">
          <Button look="secondary">Apply filters</Button>
        </div>
      </details>
    </form>
  );
}
