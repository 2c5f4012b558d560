import type { ReactNode } from 'react';
import type { RagStatus } from '@/lib/domain/rag';
import { FILTERS, type FilterName, registerAddress } from '@/lib/domain/register';
import { FILTER_NAMES, labelOf } from '@/lib/domain/register-links';
import type { RegisterView } from '@/lib/domain/view';
import { KeptMoment } from '../as-at/kept-moment';
import { RagShape } from '../status/rag-shape';
import { Button } from '../ui/button';
import { FilterGroup } from '../ui/filter-group';
import { Chevron } from '../ui/icons';
import { TextLink } from '../ui/text-link';

/** Few options, wanted most: they stand first, and open as soon as the panel is. */
const SHORT = [
  'rag',
  'movement',
  'role',
  'schedule',
  'evidence',
  'lifecycle',
] as const satisfies FilterName[];
const LONG = FILTERS.filter((name) => !SHORT.some((short) => short === name));

/** Side by side, each scrolling by itself when it is long. */
const COLUMNS =
  'grid items-start sm:grid-cols-2 lg:grid-cols-4 [&_fieldset]:max-h-80 [&_fieldset]:overflow-y-auto';

interface RegisterFiltersProps {
  path: string;
  view: RegisterView;
  /** How many are on, the search included. */
  active: number;
  clearHref: string;
  /** How the rows stand, beside the search. */
  children: ReactNode;
}

/**
 * The search, always there, and the filters, folded above the table so that it has the width its
 * columns need. One plain GET form: nothing happens until it is applied.
 */
export function RegisterFilters({ path, view, active, clearHref, children }: RegisterFiltersProps) {
  const { query } = view;
  const chosen = active - (query.q ? 1 : 0);
  return (
    // Drawn anew for another state: boxes once ticked would stay so while the address moves on.
    <form
      key={registerAddress(path, query)}
      method="get"
      action={path}
      aria-label="Search and filters"
    >
      <KeptMoment />
      {query.sort !== 'reference' && <input type="hidden" name="sort" value={query.sort} />}
      {query.order === 'down' && <input type="hidden" name="order" value="down" />}
      <div className="grid items-end gap-x-10 gap-y-5 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        {children}
        <div className="space-y-1 print:hidden">
          <label htmlFor="q" className="block font-semibold">
            Search titles, texts, headlines, owners and leads
          </label>
          <div className="flex gap-3">
            <input
              id="q"
              name="q"
              type="search"
              defaultValue={query.q}
              className="min-h-11 w-full min-w-0 rounded-sm border-2 border-edge bg-surface px-3"
            />
            <Button variant="secondary">Search</Button>
          </div>
        </div>
      </div>
      <details className="group/panel mt-2 print:hidden">
        <summary className="inline-flex min-h-11 list-none items-center gap-2 font-semibold text-link underline decoration-[0.07em] underline-offset-[0.18em] hover:text-accent-strong [&::-webkit-details-marker]:hidden">
          <Chevron className="group-open/panel:rotate-90" />
          {chosen > 0 ? `Filters, ${chosen} on` : 'Filters'}
        </summary>
        <div className="mt-2 rounded-lg border border-line bg-surface">
          <div className={COLUMNS}>
            {SHORT.map((name) => (
              <Group key={name} name={name} view={view} open />
            ))}
          </div>
          <div className={COLUMNS}>
            {LONG.map((name) => (
              <Group key={name} name={name} view={view} />
            ))}
          </div>
          <div className="flex flex-wrap items-center gap-x-4 gap-y-2 border-t border-line p-4">
            <Button>Apply filters</Button>
            {active > 0 && <TextLink href={clearHref}>Clear all</TextLink>}
          </div>
        </div>
      </details>
    </form>
  );
}

interface GroupProps {
  name: FilterName;
  view: RegisterView;
  open?: boolean;
}

function Group({ name, view, open }: GroupProps) {
  const options = view.filters[name];
  if (!options || options.length === 0) return null;
  // With one source there is nothing to choose between.
  if (name === 'source' && options.length === 1 && view.query.source.length === 0) return null;
  return (
    <FilterGroup
      name={name}
      legend={FILTER_NAMES[name]}
      open={open}
      options={options.map((option) => ({
        ...option,
        label: labelOf(name, option.value, option.label),
        mark: name === 'rag' ? <RagShape status={option.value as RagStatus} /> : undefined,
      }))}
    />
  );
}
