import type { ItemKind } from './item';
import { KIND_NAMES } from './item';
import { MOVEMENT_NAMES, MOVEMENTS } from './movement';
import {
  FILTERS,
  type FilterName,
  NONE,
  type RegisterQuery,
  registerAddress,
  type Sort,
} from './register';
import type { RegisterView } from './view';

/** What filters are called on the screen. */
export const FILTER_NAMES: Record<FilterName, string> = {
  rag: 'RAG status',
  movement: 'Since the last meeting',
  owner: 'Owner',
  lead: 'Lead organisation',
  theme: 'Theme',
  'key-area': 'Key area',
  objective: 'Local objective',
  source: 'Source',
  role: 'Our role',
  schedule: 'Schedule',
  evidence: 'Evidence',
  recommendation: 'Linked recommendation',
  lifecycle: 'Open or closed',
};

/** The kind whose register lies at an address: 'local-actions' → 'local_action'. */
export function kindAtPath(segment: string): ItemKind | undefined {
  return (Object.keys(KIND_NAMES) as ItemKind[]).find(
    (kind) => KIND_NAMES[kind].path === `/${segment}`,
  );
}

/** The newest update is what people look for; every other column starts from its beginning. */
function firstOrder(sort: Sort): 'up' | 'down' {
  return sort === 'updated' ? 'down' : 'up';
}

/** Where a column's heading leads: sorted by it, or the other way round if it already is. */
export function sortAddress(path: string, query: RegisterQuery, sort: Sort): string {
  const order = query.sort === sort ? (query.order === 'up' ? 'down' : 'up') : firstOrder(sort);
  return registerAddress(path, { ...query, sort, order, page: 1 });
}

export function sortDirection(
  query: RegisterQuery,
  sort: Sort,
): 'ascending' | 'descending' | undefined {
  if (query.sort !== sort) return undefined;
  return query.order === 'up' ? 'ascending' : 'descending';
}

/** The register with one value of one filter taken away; sorted as before, from its first page. */
export function addressWithout(
  path: string,
  query: RegisterQuery,
  filter: FilterName,
  value: string,
): string {
  const kept = (query[filter] as readonly string[]).filter((each) => each !== value);
  return registerAddress(path, { ...query, [filter]: kept, page: 1 });
}

/** The register with only one value of one filter: what a count of that value leads to. */
export function addressOnly(
  path: string,
  query: RegisterQuery,
  filter: FilterName,
  value: string,
): string {
  return registerAddress(path, { ...query, [filter]: [value], page: 1 });
}

/** The register with no filter and no search, still in its order. */
export function clearedAddress(path: string, query: RegisterQuery): string {
  return registerAddress(path, { sort: query.sort, order: query.order });
}

export interface ActiveFilter {
  /** 'RAG status', 'Search' … */
  group: string;
  /** 'Red', '“naloxone”' … */
  label: string;
  /** Where it is taken away. */
  removeHref: string;
}

/**
 * The filters a register was asked for, in the order of the panel. A value that no row has (an
 * owner who owns nothing here, say) is listed too: it is why nothing is found.
 */
export function activeFilters(path: string, view: RegisterView): ActiveFilter[] {
  const { query } = view;
  const search: ActiveFilter[] = query.q
    ? [
        {
          group: 'Search',
          label: `“${query.q}”`,
          removeHref: registerAddress(path, { ...query, q: '', page: 1 }),
        },
      ]
    : [];
  const chosen = FILTERS.flatMap((filter) => {
    const options = view.filters[filter];
    // A filter this register does not offer narrows nothing.
    if (!options) return [];
    return [...new Set<string>(query[filter])].map((value) => ({
      group: FILTER_NAMES[filter],
      label: labelOf(filter, value, options.find((option) => option.value === value)?.label),
      removeHref: addressWithout(path, query, filter, value),
    }));
  });
  return [...search, ...chosen];
}

/** How an option reads: key areas carry their letter. */
export function labelOf(filter: FilterName, value: string, label: string | undefined): string {
  if (filter === 'key-area') return label ? `${value}. ${label}` : value;
  if (label) return label;
  if (value === NONE) return 'None';
  const movement = MOVEMENTS.find((one) => one === value);
  if (filter === 'movement' && movement) return MOVEMENT_NAMES[movement];
  if (filter === 'owner' || filter === 'lead') return 'not in this register';
  return value;
}

/** Of the rows that match, how many are rated: all but headings, context and dependencies. */
function ratedMatches(view: RegisterView): number {
  const statuses = view.filters.rag ?? [];
  const chosen = statuses.filter((status) => status.selected);
  return (chosen.length > 0 ? chosen : statuses).reduce((sum, { count }) => sum + count, 0);
}

function counted(count: number, kind: ItemKind): string {
  const name = count === 1 ? KIND_NAMES[kind].one : KIND_NAMES[kind].many;
  return `${count} ${name.toLowerCase()}`;
}

/**
 * How many match, as a sentence: '7 of 32 recommendations match'. Commitments are counted apart
 * from the rows that are only shown.
 */
export function matchesInWords(view: RegisterView, filtered: boolean): string {
  const { kind, total, all } = view;
  const rated = ratedMatches(view);
  const shown = total - rated;
  const apart = `${shown} ${shown === 1 ? 'heading or note' : 'headings and notes'}`;
  if (total === 0) return `No ${KIND_NAMES[kind].many.toLowerCase()} match`;
  if (shown > 0) {
    const verb = filtered ? (rated === 1 ? ' matches' : ' match') : '';
    return `${counted(rated, kind)}${verb}, with ${apart} that ${shown === 1 ? 'is' : 'are'} not rated`;
  }
  if (!filtered) return counted(total, kind);
  // Commitments: `all` holds the rows that are never rated, so "of" would compare unlike things.
  if (kind === 'commitment') return `${counted(total, kind)} match${total === 1 ? 'es' : ''}`;
  return `${total} of ${counted(all, kind)} match${total === 1 ? 'es' : ''}`;
}
