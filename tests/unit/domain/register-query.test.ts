import { describe, expect, test } from 'vitest';
import { EVIDENCE_STATES } from '@/lib/domain/evidence';
import { LIFE_STAGES, OUR_ROLES } from '@/lib/domain/item';
import { MOVEMENTS } from '@/lib/domain/movement';
import { RAG_STATUSES } from '@/lib/domain/rag';
import {
  FILTERS,
  NONE,
  type RegisterQuery,
  registerAddress,
  registerQuerySchema,
  SORTS,
} from '@/lib/domain/register';
import { SCHEDULE_STATES } from '@/lib/domain/schedule';
import { type Random, randomFrom } from '../../support/random';

/** What Next hands over for an address. */
function searchOf(address: string): Record<string, string | string[]> {
  const { searchParams } = new URL(address, 'http://here.invalid');
  return Object.fromEntries(
    [...searchParams.keys()].map((name) => {
      const all = searchParams.getAll(name);
      return [name, all.length === 1 ? (all[0] ?? '') : all];
    }),
  );
}
const read = (address: string) => registerQuerySchema.parse(searchOf(address));

const PEOPLE = ['6f1f3d0e-6f0a-4b7e-9a51-2f6f1c0d7e11', '0192f0c1-0000-7000-8000-000000000001'];
const CODES = ['a', 'p', 'housing', 'O2', 'SP1', 'a code, with & = ? # % + marks', 'é'];
const WORDS = [
  'naloxone',
  '100%',
  'a+b',
  'a & b',
  '“quoted”',
  '日本',
  "'; DROP TABLE",
  '\\',
  '#',
  '=?',
];

function anyQuery(random: Random): RegisterQuery {
  return {
    q: random.some(WORDS, 3).join(' '),
    rag: random.some(RAG_STATUSES, 3),
    movement: random.some(MOVEMENTS, 2),
    owner: random.some([NONE, ...PEOPLE], 2),
    lead: random.some([NONE, ...PEOPLE], 2),
    theme: random.some(CODES, 3),
    'key-area': random.some(CODES, 3),
    objective: random.some(CODES, 2),
    role: random.some(OUR_ROLES, 2),
    schedule: random.some(SCHEDULE_STATES, 3),
    evidence: random.some(EVIDENCE_STATES, 2),
    source: random.some(['R', 'NA'], 2),
    recommendation: random.some(['R1', 'R32', 'C3.1', 'NA4'], 3),
    lifecycle: random.some(LIFE_STAGES, 2),
    sort: random.pick(SORTS),
    order: random.pick(['up', 'down']),
    page: random.chance(0.5) ? 1 : 1 + random.below(100_000),
  };
}

test('every state of a register has an address that leads back to it', () => {
  const random = randomFrom(2026);
  for (let run = 0; run < 2000; run += 1) {
    const query = anyQuery(random);
    expect(read(registerAddress('/local-actions', query))).toEqual(query);
  }
});

test('every filter is in the address', () => {
  const random = randomFrom(7);
  const seen = new Set<string>();
  for (let run = 0; run < 200; run += 1) {
    for (const name of Object.keys(searchOf(registerAddress('/r', anyQuery(random)))))
      seen.add(name);
  }
  expect([...seen].sort()).toEqual([...FILTERS, 'order', 'page', 'q', 'sort'].sort());
});

describe('a mangled address', () => {
  test('never fails, and what is kept of it is a state like any other', () => {
    const random = randomFrom(99);
    const names = [...FILTERS, 'sort', 'order', 'page', 'q', '__proto__', 'toString', 'x', ''];
    const values = [
      '',
      ' ',
      'red',
      'RED',
      'red,amber',
      '[object Object]',
      'null',
      '-1',
      '1e9',
      '0x10',
      'NaN',
      '1.5',
      '99999999999999999999',
      "' OR 1=1 --",
      '\u0000',
      'a\u0000b',
      '%00',
      '../../x',
      'x'.repeat(300),
      'R1',
      'r0',
      'none',
      'NONE',
      ...PEOPLE,
      'complete',
      'up',
      'down',
      'updated',
      '<script>',
    ];
    for (let run = 0; run < 3000; run += 1) {
      const search = Object.fromEntries(
        Array.from({ length: random.below(6) }, () => [
          random.pick(names),
          random.chance(0.3)
            ? Array.from({ length: random.below(4) }, () => random.pick(values))
            : random.chance(0.1)
              ? undefined
              : random.pick(values),
        ]),
      );
      const query = registerQuerySchema.parse(search);
      expect(read(registerAddress('/r', query))).toEqual(query);
      // PostgreSQL has no room for NUL in text.
      expect(JSON.stringify(query)).not.toContain('\\u0000');
    }
  });

  test.each([
    ['NUL in a search', { q: 'a\u0000b' }, 'q', 'ab'],
    ['NUL in a code', { theme: ['housing', 'a\u0000'] }, 'theme', ['housing']],
    ['an empty code', { theme: '' }, 'theme', []],
    ['a page with a fraction', { page: '1.5' }, 'page', 1],
    ['a page beyond all books', { page: '1e9' }, 'page', 1],
    ['a page left empty', { page: '' }, 'page', 1],
    ['values in capitals', { rag: 'RED' }, 'rag', []],
    ['the same value twice', { rag: ['red', 'red'] }, 'rag', ['red']],
  ] as const)('%s', (_, search, name, expected) => {
    expect(registerQuerySchema.parse(search)[name]).toEqual(expected);
  });
});
