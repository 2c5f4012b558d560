import { describe, expect, test } from 'vitest';
import { getRegister } from '@/lib/data/register';
import { FILTERS_OF } from '@/lib/data/register-filters';
import { londonDay } from '@/lib/domain/dates';
import { ITEM_KINDS, type ItemKind, LIFE_STAGES } from '@/lib/domain/item';
import { systemActor } from '@/lib/domain/permissions';
import {
  FILTERS,
  NONE,
  PAGE_SIZE,
  type RegisterQuery,
  registerQuerySchema,
  SORTS,
} from '@/lib/domain/register';
import { contextOf, makeActors, NOW } from '../support/actors';
import { fillRegister } from '../support/bulk';
import { testDatabase } from '../support/database';
import { type Random, randomFrom } from '../support/random';
import { registerQuery } from '../support/reads';
import { type HandRow, matchesByHand, queryByHand, rowsByHand } from '../support/register-by-hand';

const { db } = await testDatabase();
const actors = await makeActors(db);
await fillRegister(db, actors, randomFrom(4), 110);

const READERS = [systemActor, actors.home.viewer, actors.home.officer, actors.away.member];
const byHand = new Map<(typeof READERS)[number], HandRow[]>();
for (const reader of READERS) byHand.set(reader, await rowsByHand(db, reader, londonDay(NOW)));

/** Values that occur, so that most queries find something; some that do not. */
const VALUES = Object.fromEntries(
  FILTERS.map((name) => [
    name,
    [...new Set((byHand.get(systemActor) ?? []).flatMap((row) => row.values[name]))].filter(
      Boolean,
    ),
  ]),
) as Record<(typeof FILTERS)[number], string[]>;

function anyQuery(random: Random): RegisterQuery {
  const filters = Object.fromEntries(
    FILTERS.map((name) => [name, random.chance(0.2) ? random.some(VALUES[name], 4) : []]),
  );
  return registerQuerySchema.parse({
    ...filters,
    q: random.chance(0.3)
      ? random.pick(['NALOX', 'housing data', 'R1', 'home', 'e', 'nothing'])
      : '',
    sort: random.pick(SORTS),
    order: random.pick(['up', 'down']),
    page: random.chance(0.8) ? 1 : 2,
  });
}

describe('a register is what one works out by hand', () => {
  const random = randomFrom(26);
  const cases = Array.from({ length: 100 }, (_, index) => ({
    index,
    kind: ITEM_KINDS[[2, 2, 0, 2, 1][index % 5] ?? 2] ?? 'local_action',
    reader: random.pick(READERS),
    query: anyQuery(random),
  }));

  async function check(kind: ItemKind, reader: (typeof READERS)[number], query: RegisterQuery) {
    const rows = byHand.get(reader) ?? [];
    const offered = FILTERS_OF[kind];
    const view = await getRegister(contextOf(db, reader), kind, query);
    const expected = queryByHand(rows, kind, query, offered);
    expect(view.total).toBe(expected.length);
    expect(view.all).toBe(
      rows.filter((row) => row.kind === kind && row.lifecycle !== 'withdrawn').length,
    );
    expect(view.pages).toBe(Math.max(1, Math.ceil(expected.length / PAGE_SIZE)));
    expect(view.page).toBe(Math.min(query.page, view.pages));
    const start = (view.page - 1) * PAGE_SIZE;
    expect(
      view.rows.map(({ reference, evidence, schedule }) => [reference, evidence, schedule]),
    ).toEqual(
      expected
        .slice(start, start + PAGE_SIZE)
        .map(({ reference, evidence, schedule }) => [reference, evidence, schedule]),
    );
    expect(Object.keys(view.filters).sort()).toEqual([...offered].sort());
    for (const name of offered) {
      const counted = (value: string) =>
        matchesByHand(rows, kind, { ...query, [name]: [value] }, offered).length;
      const options = view.filters[name] ?? [];
      expect(new Set(options.map((option) => option.value)).size).toBe(options.length);
      expect(options.map(({ value, count }) => [name, value, count])).toEqual(
        options.map(({ value }) => [name, value, counted(value)]),
      );
      // What would leave something is on offer.
      const missing = VALUES[name].filter(
        (value) => !options.some((option) => option.value === value) && counted(value) > 0,
      );
      // Other links than those to recommendations can be asked for, and are not offered.
      expect(missing.filter((value) => name !== 'recommendation' || value.startsWith('R'))).toEqual(
        [],
      );
      const selected = options.filter((option) => option.selected).map((option) => option.value);
      const wanted: readonly string[] = query[name];
      expect(selected.sort()).toEqual(
        options
          .map((o) => o.value)
          .filter((v) => wanted.includes(v))
          .sort(),
      );
    }
    return view.total;
  }

  test('for many queries, readers and kinds', async () => {
    let found = 0;
    for (const { kind, reader, query } of cases)
      found += (await check(kind, reader, query)) > 0 ? 1 : 0;
    // Most found something, some nothing: otherwise this would prove little.
    expect(found).toBeGreaterThan(50);
    expect(found).toBeLessThan(100);
  });

  test.each(SORTS)('sorted by %s, either way, page by page', async (sort) => {
    for (const order of ['up', 'down'] as const) {
      const read: string[] = [];
      let pages = 1;
      for (let page = 1; page <= pages; page += 1) {
        const query = registerQuery({
          sort,
          order,
          page,
          lifecycle: [...LIFE_STAGES],
        });
        const view = await getRegister(contextOf(db), 'local_action', query);
        pages = view.pages;
        read.push(...view.rows.map((row) => row.reference));
      }
      const all = queryByHand(
        byHand.get(systemActor) ?? [],
        'local_action',
        registerQuery({ sort, order, lifecycle: [...LIFE_STAGES] }),
        FILTERS_OF.local_action,
      );
      expect(read).toEqual(all.map((row) => row.reference));
      expect(new Set(read).size).toBe(110);
      expect(pages).toBeGreaterThan(2);
    }
  });

  test('a page after the last is the last', async () => {
    const query = registerQuery({ page: 99, lifecycle: [...LIFE_STAGES] });
    const view = await getRegister(contextOf(db), 'local_action', query);
    expect([view.page, view.pages, view.rows.length]).toEqual([3, 3, 10]);
  });
});

describe('a search takes every sign for what it is', () => {
  const titles = {
    A901: '100% of pharmacies',
    A902: '100 of pharmacies',
    A903: 'under_score',
    A904: 'under-score',
    A905: 'back\\slash',
    A906: "it's quoted",
    A907: 'Zoë’s Straße',
  };
  test.each<[string, string[]]>([
    ['100%', ['A901']],
    ['0% of', ['A901']],
    ['%', ['A901']],
    ['_', ['A903']],
    ['r_s', ['A903']],
    ['\\', ['A905']],
    ['k\\s', ['A905']],
    ['\\%', []],
    ["it's", ['A906']],
    ["' OR '1'='1", []],
    ['PHARMACIES 100', ['A901', 'A902']],
    ['zoË’S', ['A907']],
    ['a907', ['A907']],
    ['{}', []],
    ['$1', []],
  ])('%j finds %j', async (q, expected) => {
    const there = await db.item.count({ where: { reference: 'A901' } });
    if (there === 0) {
      const first = await db.item.findUniqueOrThrow({ where: { reference: 'A1' } });
      await db.item.createMany({
        data: Object.entries(titles).map(([reference, shortTitle]) => {
          const { id: _, ...item } = first;
          const open = { lifecycle: 'open', restricted: false, ownerId: null } as const;
          return { ...item, ...open, reference, shortTitle, text: '-', headline: null };
        }),
      });
    }
    const { rows } = await getRegister(contextOf(db), 'local_action', registerQuery({ q }));
    expect(rows.map((row) => row.reference).sort()).toEqual(expected);
  });
});

describe('addresses somebody played with', () => {
  test.each<[string, object]>([
    ['NUL', { q: 'a\u0000', theme: ['\u0000'] }],
    [
      'thousands of values',
      { 'key-area': Array.from({ length: 3000 }, (_, i) => `c${i}`), rag: Array(3000).fill('red') },
    ],
    ['hundreds of words', { q: 'a '.repeat(100) }],
    ['every value there is', Object.fromEntries(FILTERS.map((name) => [name, VALUES[name]]))],
    ['an id in capitals', { owner: [actors.home.member.id.toUpperCase(), NONE] }],
    ['filters of another register', { role: ['watch'], schedule: ['overdue'] }],
  ])('%s still shows a register', async (_, search) => {
    for (const kind of ITEM_KINDS) {
      const view = await getRegister(contextOf(db), kind, registerQuerySchema.parse(search));
      expect(view.rows.length).toBeLessThanOrEqual(PAGE_SIZE);
    }
  });

  test('an id in capitals is that person', async () => {
    const rows = async (owner: string) => {
      const query = registerQuerySchema.parse({ owner });
      return (await getRegister(contextOf(db), 'local_action', query)).total;
    };
    const { id } = actors.home.member;
    expect(await rows(id)).toBeGreaterThan(0);
    expect(await rows(id.toUpperCase())).toBe(await rows(id));
  });
});
