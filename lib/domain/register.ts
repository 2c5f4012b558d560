import { z } from 'zod';
import { addressPage, addressWords, many, one } from './address-query';
import { EVIDENCE_STATES } from './evidence';
import { withoutNul } from './fields';
import { LIFE_STAGES, OUR_ROLES, parseReference } from './item';
import { MOVEMENTS } from './movement';
import { RAG_STATUSES } from './rag';
import { SCHEDULE_STATES } from './schedule';
import { parsePrefix } from './source';

/** Columns a register can be ordered by, as its addresses name them. */
export const SORTS = [
  'reference',
  'title',
  'owner',
  'lead',
  'rag',
  'evidence',
  'schedule',
  'headline',
  'updated',
] as const;
export type Sort = (typeof SORTS)[number];

export const PAGE_SIZE = 50;
/** In a filter, stands for "has none". */
export const NONE = 'none';

const idOrNone = z.union([z.uuid().toLowerCase(), z.literal(NONE)]);
const code = z.string().min(1).max(60).refine(withoutNul);

/**
 * The state of a register as its address holds it. What an address says wrongly is left out
 * rather than refused: an old or mangled link still shows the register.
 */
export const registerQuerySchema = z.object({
  q: addressWords,
  rag: many(z.enum(RAG_STATUSES)),
  /** Since the last meeting. */
  movement: many(z.enum(MOVEMENTS)),
  owner: many(idOrNone),
  lead: many(idOrNone),
  /** Codes of groupings. */
  theme: many(code),
  'key-area': many(code),
  objective: many(code),
  /** Prefixes. */
  source: many(
    z
      .string()
      .transform((text) => parsePrefix(text) ?? '')
      .pipe(z.string().min(1)),
  ),
  role: many(z.enum(OUR_ROLES)),
  schedule: many(z.enum(SCHEDULE_STATES)),
  evidence: many(z.enum(EVIDENCE_STATES)),
  /** References of linked recommendations (or of anything else). */
  recommendation: many(
    z
      .string()
      .transform((text) => parseReference(text) ?? '')
      .pipe(z.string().min(1)),
  ),
  /** Withdrawn local actions are left out unless asked for. */
  lifecycle: many(z.enum(LIFE_STAGES)),
  sort: one(z.enum(SORTS).catch('reference')),
  order: one(z.enum(['up', 'down']).catch('up')),
  page: addressPage,
});
export type RegisterQuery = z.infer<typeof registerQuerySchema>;

export const FILTERS = [
  'rag',
  'movement',
  'owner',
  'lead',
  'theme',
  'key-area',
  'objective',
  'source',
  'role',
  'schedule',
  'evidence',
  'recommendation',
  'lifecycle',
] as const satisfies ReadonlyArray<keyof RegisterQuery>;
export type FilterName = (typeof FILTERS)[number];

/** The names of the filters that are on, the search included. */
export function filtersOn(query: RegisterQuery): string[] {
  const chosen = FILTERS.filter((filter) => query[filter].length > 0);
  return query.q ? ['q', ...chosen] : chosen;
}

/** The address of a register in a given state; defaults are left out, so addresses stay short. */
export function registerAddress(path: string, query: Partial<RegisterQuery>): string {
  const search = new URLSearchParams();
  if (query.q) search.set('q', query.q);
  for (const filter of FILTERS)
    for (const value of query[filter] ?? []) search.append(filter, value);
  if (query.sort && query.sort !== 'reference') search.set('sort', query.sort);
  if (query.order === 'down') search.set('order', 'down');
  if (query.page && query.page > 1) search.set('page', String(query.page));
  const text = search.toString();
  return text ? `${path}?${text}` : path;
}
