import { EVIDENCE_NAMES, EVIDENCE_STATES } from '@/lib/domain/evidence';
import {
  type ItemKind,
  LIFE_STAGE_NAMES,
  LIFE_STAGES,
  OUR_ROLE_NAMES,
  OUR_ROLES,
} from '@/lib/domain/item';
import { MOVEMENT_NAMES, MOVEMENTS, type Movement } from '@/lib/domain/movement';
import { RAG_NAMES, RAG_STATUSES } from '@/lib/domain/rag';
import { FILTERS, type FilterName, NONE, type RegisterQuery } from '@/lib/domain/register';
import { SCHEDULE_NAMES, SCHEDULE_STATES } from '@/lib/domain/schedule';
import { Prisma } from '@/prisma/client/client';
import { groupings, items, type Moment, sources } from './record';
import { standingLinks } from './visibility';

/** Which filters a register offers. */
export const FILTERS_OF: Record<ItemKind, readonly FilterName[]> = {
  recommendation: [
    'rag',
    'movement',
    'role',
    'source',
    'theme',
    'key-area',
    'owner',
    'lead',
    'evidence',
    'objective',
    'lifecycle',
  ],
  commitment: [
    'rag',
    'movement',
    'owner',
    'lead',
    'evidence',
    'recommendation',
    'theme',
    'key-area',
    'lifecycle',
  ],
  local_action: [
    'rag',
    'movement',
    'schedule',
    'evidence',
    'owner',
    'lead',
    'theme',
    'key-area',
    'objective',
    'recommendation',
    'lifecycle',
  ],
};

/** Options that are always listed, in this order, even with a count of nought. */
export const FIXED_OPTIONS: Partial<Record<FilterName, ReadonlyArray<[string, string]>>> = {
  rag: RAG_STATUSES.map((value) => [value, RAG_NAMES[value]]),
  role: OUR_ROLES.map((value) => [value, OUR_ROLE_NAMES[value]]),
  evidence: EVIDENCE_STATES.map((value) => [value, EVIDENCE_NAMES[value]]),
  schedule: SCHEDULE_STATES.map((value) => [value, SCHEDULE_NAMES[value]]),
  lifecycle: LIFE_STAGES.map((value) => [value, LIFE_STAGE_NAMES[value]]),
};

/**
 * Common table expressions of a register: `state`, `link`, `recommendation`, `source`, `moved`
 * (reference, movement), and `member` (id, kind, code, name, ordinal): which groupings a row
 * belongs to. What has no grouping of its own (a commitment; the key areas
 * of a local action) belongs to those of the recommendations it is linked to.
 */
export function registerTables(
  moment: Moment,
  state: Prisma.Sql,
  kind: ItemKind,
  moved: ReadonlyMap<string, Movement>,
): Prisma.Sql {
  const inherited =
    kind === 'commitment' ? Prisma.sql`('theme', 'key_area')` : Prisma.sql`('key_area')`;
  const own = Prisma.sql`
    SELECT s.id, g.kind::text AS kind, g.code, g.name, g.ordinal
    FROM state s JOIN link l ON l."fromId" = s.id JOIN ${groupings(moment)} g ON g.id = l."toGroupingId"`;
  const throughRecommendations = Prisma.sql`
    UNION
    SELECT s.id, g.kind::text, g.code, g.name, g.ordinal
    FROM state s JOIN link l ON l."fromId" = s.id JOIN link via ON via."fromId" = l."toItemId"
    JOIN ${groupings(moment)} g ON g.id = via."toGroupingId" WHERE g.kind::text IN ${inherited}`;
  return Prisma.sql`
    state AS MATERIALIZED (SELECT * FROM ${state} st WHERE st.kind = ${kind}),
    link AS MATERIALIZED (SELECT * FROM ${standingLinks(moment)} sl),
    recommendation AS MATERIALIZED (
      SELECT r.id, r.reference, r.ordinal, r."shortTitle" FROM ${items(moment)} r
      WHERE r.kind = 'recommendation'
    ),
    moved AS MATERIALIZED (
      SELECT * FROM unnest(${[...moved.keys()]}::text[], ${[...moved.values()]}::text[])
        AS m (reference, movement)
    ),
    source AS MATERIALIZED (
      SELECT o.id, o.prefix, o.title, o.ordinal FROM ${sources(moment)} o
    ),
    member AS MATERIALIZED (
      ${own} ${kind === 'recommendation' ? Prisma.empty : throughRecommendations}
    )`;
}

/** What was completed apart from what was closed otherwise. */
const LIFE_STAGE = Prisma.sql`
  CASE WHEN s.lifecycle = 'closed' AND s.outcome = 'complete' THEN 'completed' ELSE s.lifecycle END`;

function oneOf(column: Prisma.Sql, values: readonly string[]): Prisma.Sql {
  return Prisma.sql`${column} IN (${Prisma.join([...values])})`;
}

function idOrNone(column: Prisma.Sql, values: readonly string[]): Prisma.Sql {
  const ids = values.filter((value) => value !== NONE);
  const either = [
    ...(ids.length > 0 ? [Prisma.sql`${column}::text IN (${Prisma.join(ids)})`] : []),
    ...(values.includes(NONE) ? [Prisma.sql`(s.rated AND ${column} IS NULL)`] : []),
  ];
  return Prisma.sql`(${Prisma.join(either, ' OR ')})`;
}

/** A reference begins with the prefix of its source. */
const PREFIX = Prisma.sql`substring(s.reference FROM '^[A-Z]+')`;

function memberOf(kind: string, codes: readonly string[]): Prisma.Sql {
  return Prisma.sql`EXISTS (
    SELECT 1 FROM member m WHERE m.id = s.id AND m.kind = ${kind}
      AND m.code IN (${Prisma.join([...codes])}))`;
}

const CONDITIONS: Record<FilterName, (values: readonly string[]) => Prisma.Sql> = {
  rag: (values) => oneOf(Prisma.sql`s.rag`, values),
  movement: (values) => Prisma.sql`EXISTS (
    SELECT 1 FROM moved m
    WHERE m.reference = s.reference AND ${oneOf(Prisma.sql`m.movement`, values)})`,
  role: (values) => oneOf(Prisma.sql`s."ourRole"`, values),
  schedule: (values) => oneOf(Prisma.sql`s.schedule`, values),
  evidence: (values) => Prisma.sql`(s.rated AND ${oneOf(Prisma.sql`s.evidence`, values)})`,
  lifecycle: (values) => oneOf(LIFE_STAGE, values),
  owner: (values) => idOrNone(Prisma.sql`s."ownerId"`, values),
  lead: (values) => idOrNone(Prisma.sql`s."leadId"`, values),
  theme: (values) => memberOf('theme', values),
  'key-area': (values) => memberOf('key_area', values),
  objective: (values) => memberOf('objective', values),
  source: (values) => oneOf(PREFIX, values),
  recommendation: (values) => Prisma.sql`EXISTS (
    SELECT 1 FROM link l JOIN "Item" r ON r.id = l."toItemId"
    WHERE l."fromId" = s.id AND r.reference IN (${Prisma.join([...values])}))`,
};

/** LIKE's own signs are taken as they are typed. */
function pattern(word: string): string {
  return `%${word.replace(/[\\%_]/g, '\\$&')}%`;
}

/**
 * What a row must fulfil. Withdrawn actions are left out unless asked for.
 * @param but a filter to leave out: its own options are counted without it
 */
export function matches(query: RegisterQuery, kind: ItemKind, but?: FilterName): Prisma.Sql {
  const words = query.q.split(/\s+/).filter(Boolean);
  const all = [
    ...words.map(
      (word) => Prisma.sql`(s.reference || ' ' || s."shortTitle" || ' ' || s.text || ' '
        || coalesce(s.headline, '') || ' ' || coalesce(s."ownerName", '') || ' '
        || coalesce(s."leadName", '') || ' ' || coalesce(s."leadShortName", '')) ILIKE ${pattern(word)}`,
    ),
    ...FILTERS_OF[kind]
      .filter((name) => name !== but && query[name].length > 0)
      .map((name) => CONDITIONS[name](query[name])),
  ];
  if (but !== 'lifecycle' && query.lifecycle.length === 0) {
    all.push(Prisma.sql`s.lifecycle <> 'withdrawn'`);
  }
  return all.length > 0 ? Prisma.join(all, ' AND ') : Prisma.sql`TRUE`;
}

const ofMembers = (kind: string) => ({
  value: Prisma.sql`m.code`,
  label: Prisma.sql`m.name`,
  order: Prisma.sql`lpad(min(m.ordinal)::text, 8, '0')`,
  from: Prisma.sql`state s JOIN member m ON m.id = s.id AND m.kind = ${kind}`,
});
const ofColumn = (column: Prisma.Sql, but = Prisma.sql`TRUE`) => ({
  value: column,
  label: column,
  order: Prisma.sql`''`,
  from: Prisma.sql`(SELECT * FROM state s WHERE ${but}) s`,
});
const ofName = (id: Prisma.Sql, name: Prisma.Sql, nobody: string) => ({
  value: Prisma.sql`coalesce(${id}::text, ${NONE})`,
  label: Prisma.sql`coalesce(${name}, ${nobody})`,
  order: Prisma.sql`CASE WHEN min(${id}::text) IS NULL THEN '0' ELSE '1' || lower(min(${name})) END`,
  from: Prisma.sql`(SELECT * FROM state s WHERE s.rated) s`,
});

/** Where a movement stands among all, from 1: fewer than ten. */
const PLACE = Prisma.sql`array_position(${[...MOVEMENTS]}::text[], m.movement)`;

const OPTIONS: Record<
  FilterName,
  { value: Prisma.Sql; label: Prisma.Sql; order: Prisma.Sql; from: Prisma.Sql }
> = {
  rag: ofColumn(Prisma.sql`s.rag`, Prisma.sql`s.rag IS NOT NULL`),
  movement: {
    value: Prisma.sql`m.movement`,
    label: Prisma.sql`(${MOVEMENTS.map((one) => MOVEMENT_NAMES[one])}::text[])[${PLACE}]`,
    order: Prisma.sql`${PLACE}::text`,
    from: Prisma.sql`state s JOIN moved m ON m.reference = s.reference`,
  },
  role: ofColumn(Prisma.sql`s."ourRole"`, Prisma.sql`s."ourRole" IS NOT NULL`),
  schedule: ofColumn(Prisma.sql`s.schedule`, Prisma.sql`s.schedule IS NOT NULL`),
  evidence: ofColumn(Prisma.sql`s.evidence`, Prisma.sql`s.rated`),
  lifecycle: ofColumn(LIFE_STAGE),
  owner: ofName(Prisma.sql`s."ownerId"`, Prisma.sql`s."ownerName"`, 'No owner'),
  lead: ofName(Prisma.sql`s."leadId"`, Prisma.sql`s."leadName"`, 'No lead organisation'),
  theme: ofMembers('theme'),
  'key-area': ofMembers('key_area'),
  objective: ofMembers('objective'),
  source: {
    value: Prisma.sql`o.prefix`,
    label: Prisma.sql`o.title`,
    order: Prisma.sql`lpad(min(o.ordinal)::text, 8, '0')`,
    from: Prisma.sql`state s JOIN source o ON o.prefix = ${PREFIX}`,
  },
  recommendation: {
    value: Prisma.sql`r.reference`,
    label: Prisma.sql`r.reference || ' ' || r."shortTitle"`,
    order: Prisma.sql`lpad(min(r.ordinal)::text, 10, '0')`,
    from: Prisma.sql`state s JOIN link l ON l."fromId" = s.id
      JOIN recommendation r ON r.id = l."toItemId"`,
  },
};

/** One query for the options of all filters: filter, value, label, count. */
export function optionCounts(query: RegisterQuery, kind: ItemKind): Prisma.Sql {
  const parts = FILTERS.filter((name) => FILTERS_OF[kind].includes(name)).map((name) => {
    const { value, label, order, from } = OPTIONS[name];
    return Prisma.sql`
      SELECT ${name} AS filter, ${value} AS value, min(${label}) AS label, ${order} AS "order",
        count(DISTINCT s.id) FILTER (WHERE ${matches(query, kind, name)})::int AS count
      FROM ${from} GROUP BY 2`;
  });
  return Prisma.join(parts, ' UNION ALL ');
}
