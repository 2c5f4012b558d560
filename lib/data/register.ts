import { z } from 'zod';
import { demandSearch } from '@/lib/domain/address-query';
import type { ItemKind } from '@/lib/domain/item';
import type { Movement } from '@/lib/domain/movement';
import { PAGE_SIZE, type RegisterQuery, type Sort } from '@/lib/domain/register';
import { SCHEDULE_STATES } from '@/lib/domain/schedule';
import type { FilterOption, RegisterView } from '@/lib/domain/view';
import { Prisma } from '@/prisma/client/client';
import { getBoard } from './board';
import { type Context, demand } from './context';
import { itemState, STATE_ROW, toRegisterRow } from './item-state';
import { movementSinceMeeting } from './movement';
import { queryRows } from './query-rows';
import {
  FILTERS_OF,
  FIXED_OPTIONS,
  matches,
  optionCounts,
  registerTables,
} from './register-filters';

const REFERENCE = z.object({ reference: z.string() });
const COUNTS = z.object({ all: z.number(), total: z.number() });
const OPTION = z.object({
  filter: z.string(),
  value: z.string(),
  label: z.string(),
  count: z.number(),
});

const ORDER: Record<Sort, Prisma.Sql> = {
  reference: Prisma.sql`s.ordinal`,
  title: Prisma.sql`lower(s."shortTitle")`,
  owner: Prisma.sql`lower(s."ownerName")`,
  // As it is shown: by its short name where it has one.
  lead: Prisma.sql`lower(coalesce(s."leadShortName", s."leadName"))`,
  // Red < Amber < Green < Blue, then not rated.
  rag: Prisma.sql`s.rag::"RagStatus"`,
  evidence: Prisma.sql`array_position(ARRAY['none', 'out_of_date', 'current'], s.evidence)`,
  schedule: Prisma.sql`array_position(${[...SCHEDULE_STATES]}::text[], s.schedule)`,
  headline: Prisma.sql`lower(s.headline)`,
  updated: Prisma.sql`s."lastUpdateAt"`,
};

/** Among those of the same schedule the next day comes first, whichever way the states go. */
const WITHIN: Partial<Record<Sort, Prisma.Sql>> = {
  schedule: Prisma.sql`coalesce(s."dueDate", s."reviewDate") NULLS LAST`,
};
const EQUAL = Prisma.sql`NULL::int`;

/** The parts of a query on a register: its tables, what a row must fulfil, and its order. */
async function registerParts(context: Context, kind: ItemKind, query: RegisterQuery) {
  demand(context, 'read');
  demandSearch(query.q, 'q');
  const [board, moved] = await Promise.all([
    getBoard(context, context),
    movementSinceMeeting(context, kind),
  ]);
  const direction = Prisma.raw(query.order === 'down' ? 'DESC' : 'ASC');
  return {
    moved,
    tables: registerTables(context, itemState(context, board.dueSoonDays), kind, moved),
    where: matches(query, kind),
    order: Prisma.sql`${ORDER[query.sort]} ${direction} NULLS LAST,
      ${WITHIN[query.sort] ?? EQUAL}, s.ordinal`,
  };
}

/**
 * Every row of a register as its address asks for it, over all its pages: references in its order,
 * with how each moved since the last meeting.
 * @throws NotAllowedError, RuleError for a search that is too long
 */
export async function listRegister(
  context: Context,
  kind: ItemKind,
  query: RegisterQuery,
): Promise<Array<{ reference: string; movement: Movement | null }>> {
  const { moved, tables, where, order } = await registerParts(context, kind, query);
  const rows = await queryRows(context.db, REFERENCE)`
    WITH ${tables} SELECT s.reference FROM state s WHERE ${where} ORDER BY ${order}`;
  return rows.map(({ reference }) => ({ reference, movement: moved.get(reference) ?? null }));
}

/**
 * A register as its address asks for it: one page of rows, and the options of its filters with
 * counts. The number of queries does not depend on the number of rows.
 * @throws NotAllowedError, RuleError for a search that is too long
 */
export async function getRegister(
  context: Context,
  kind: ItemKind,
  query: RegisterQuery,
): Promise<RegisterView> {
  const { db } = context;
  const { moved, tables, where, order } = await registerParts(context, kind, query);
  const [counted, options] = await Promise.all([
    queryRows(db, COUNTS)`
      WITH ${tables}
      SELECT count(*) FILTER (WHERE s.lifecycle <> 'withdrawn')::int AS all,
        count(*) FILTER (WHERE ${where})::int AS total
      FROM state s`,
    queryRows(db, OPTION)`
      WITH ${tables} SELECT * FROM (${optionCounts(query, kind)}) options
      ORDER BY filter, "order", lower(label)`,
  ]);
  const { all, total } = counted[0] ?? { all: 0, total: 0 };
  const pages = Math.max(1, Math.ceil(total / PAGE_SIZE));
  const page = Math.min(query.page, pages);
  const rows = await queryRows(db, STATE_ROW)`
    WITH ${tables}
    SELECT s.* FROM state s WHERE ${where} ORDER BY ${order}
    LIMIT ${PAGE_SIZE} OFFSET ${(page - 1) * PAGE_SIZE}`;
  return {
    kind,
    query,
    rows: rows.map((row) => ({
      ...toRegisterRow(row),
      movement: moved.get(row.reference) ?? null,
    })),
    total,
    all,
    page,
    pages,
    filters: Object.fromEntries(
      FILTERS_OF[kind].map((name) => {
        const found = options.filter((option) => option.filter === name);
        const fixed = FIXED_OPTIONS[name];
        const listed = fixed
          ? fixed.map(([value, label]) => ({
              value,
              label,
              count: found.find((option) => option.value === value)?.count ?? 0,
            }))
          : found;
        const selected = new Set<string>(query[name]);
        return [
          name,
          listed.map(
            ({ value, label, count }): FilterOption => ({
              value,
              label,
              count,
              selected: selected.has(value),
            }),
          ),
        ];
      }),
    ),
  };
}
