import { describe, expect, test } from 'vitest';
import {
  PAGE_SIZE,
  type RegisterQuery,
  registerAddress,
  registerQuerySchema,
} from '@/lib/domain/register';

const SOMEBODY = '6f1f3d0e-6f0a-4b7e-9a51-2f6f1c0d7e11';

const plain: RegisterQuery = {
  q: '',
  rag: [],
  movement: [],
  owner: [],
  lead: [],
  theme: [],
  'key-area': [],
  objective: [],
  source: [],
  role: [],
  schedule: [],
  evidence: [],
  recommendation: [],
  lifecycle: [],
  sort: 'reference',
  order: 'up',
  page: 1,
};

describe('the state of a register, read from its address', () => {
  test('an address without a query is the whole register, by reference', () => {
    expect(registerQuerySchema.parse({})).toEqual(plain);
    expect(PAGE_SIZE).toBeGreaterThan(0);
  });

  test('one value and several are both lists', () => {
    expect(registerQuerySchema.parse({ rag: 'red' }).rag).toEqual(['red']);
    expect(registerQuerySchema.parse({ rag: ['red', 'amber'] }).rag).toEqual(['red', 'amber']);
  });

  test.each([
    ['a status that does not exist', { rag: ['red', 'purple'] }, { rag: ['red'] }],
    ['an owner that is no id', { owner: "x' OR 1=1" }, { owner: [] }],
    ['nobody as an owner', { owner: ['none', SOMEBODY] }, { owner: ['none', SOMEBODY] }],
    ['an unknown column', { sort: 'password' }, { sort: 'reference' }],
    ['an unknown order', { order: 'sideways' }, { order: 'up' }],
    ['a page before the first', { page: '0' }, { page: 1 }],
    ['a page that is no number', { page: 'two' }, { page: 1 }],
    ['a page given twice', { page: ['2', '9'] }, { page: 2 }],
    ['a search with space around it', { q: '  naloxone ' }, { q: 'naloxone' }],
    ['a search given twice', { q: ['one', 'two'] }, { q: 'one' }],
    ['a search of absurd length, which is refused', { q: 'x'.repeat(201) }, { q: 'x'.repeat(201) }],
    ['a reference in small letters', { recommendation: 'r11' }, { recommendation: ['R11'] }],
    [
      'what is no reference',
      { recommendation: ['R11', 'R0', '../x'] },
      { recommendation: ['R11'] },
    ],
    ['something nobody asked for', { colour: 'red' }, {}],
  ])('%s', (_, search, expected) => {
    expect(registerQuerySchema.parse(search)).toEqual({ ...plain, ...expected });
  });
});

describe('the address of a register in a state', () => {
  test('defaults are left out', () => {
    expect(registerAddress('/recommendations', {})).toBe('/recommendations');
    expect(registerAddress('/recommendations', plain)).toBe('/recommendations');
  });

  test.each<Partial<RegisterQuery>>([
    { q: 'naloxone & “take home” 100%' },
    { rag: ['red', 'not_rated'], owner: ['none', SOMEBODY] },
    { 'key-area': ['a', 'p'], theme: ['diversion-criminal-justice'] },
    { recommendation: ['R8', 'R11'], schedule: ['overdue'], lifecycle: ['open'] },
    { sort: 'updated', order: 'down', page: 3 },
    { movement: ['worsened', 'new'] },
    { role: ['deliver'], evidence: ['out_of_date'], objective: ['O2'], lead: ['none'] },
  ])('read back, it is the same state: %o', (query) => {
    const address = registerAddress('/local-actions', query);
    const { searchParams } = new URL(address, 'http://here.invalid');
    const search = Object.fromEntries(
      [...searchParams.keys()].map((name) => [name, searchParams.getAll(name)]),
    );
    expect(registerQuerySchema.parse(search)).toEqual({ ...plain, ...query });
  });
});
