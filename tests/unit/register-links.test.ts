import { describe, expect, test } from 'vitest';
import { type FilterName, type RegisterQuery, registerQuerySchema } from '@/lib/domain/register';
import {
  activeFilters,
  addressOnly,
  addressWithout,
  clearedAddress,
  kindAtPath,
  matchesInWords,
  sortAddress,
  sortDirection,
} from '@/lib/domain/register-links';
import type { FilterOption, RegisterView } from '@/lib/domain/view';

const SOMEBODY = '6f1f3d0e-6f0a-4b7e-9a51-2f6f1c0d7e11';

function query(given: Partial<RegisterQuery> = {}): RegisterQuery {
  return { ...registerQuerySchema.parse({}), ...given };
}
function option(value: string, label: string, count: number, selected = false): FilterOption {
  return { value, label, count, selected };
}
function view(given: Partial<RegisterView> = {}): RegisterView {
  return {
    kind: 'recommendation',
    query: query(),
    rows: [],
    total: 32,
    all: 32,
    page: 1,
    pages: 2,
    filters: { rag: [option('red', 'Red', 4), option('not_rated', 'Not rated', 28)] },
    ...given,
  };
}

test.each([
  ['recommendations', 'recommendation'],
  ['commitments', 'commitment'],
  ['local-actions', 'local_action'],
  ['local_action', undefined],
  ['people', undefined],
])('the register at /%s', (segment, kind) => {
  expect(kindAtPath(segment)).toBe(kind);
});

describe('sorting', () => {
  test.each([
    ['another column, from its beginning', {}, 'owner', '/r?sort=owner'],
    ['the newest update first', {}, 'updated', '/r?sort=updated&order=down'],
    ['the same column, the other way', { sort: 'owner' }, 'owner', '/r?sort=owner&order=down'],
    ['and back', { sort: 'owner', order: 'down' }, 'owner', '/r?sort=owner'],
    ['the reference, the other way', {}, 'reference', '/r?order=down'],
    [
      'keeps filters and goes to the first page',
      { rag: ['red'], page: 2 },
      'title',
      '/r?rag=red&sort=title',
    ],
  ] as const)('%s', (_, given, sort, address) => {
    expect(sortAddress('/r', query(given as Partial<RegisterQuery>), sort)).toBe(address);
  });

  test('only the sorted column says which way', () => {
    expect(sortDirection(query({ sort: 'rag', order: 'down' }), 'rag')).toBe('descending');
    expect(sortDirection(query(), 'reference')).toBe('ascending');
    expect(sortDirection(query(), 'rag')).toBeUndefined();
  });
});

describe('taking filters away', () => {
  const state = query({ q: 'naloxone', rag: ['red', 'amber'], sort: 'owner', page: 2 });

  test('one value; the rest stays, the page does not', () => {
    expect(addressWithout('/r', state, 'rag', 'red')).toBe('/r?q=naloxone&rag=amber&sort=owner');
  });
  test('all but one value of a filter', () => {
    expect(addressOnly('/r', state, 'rag', 'green')).toBe('/r?q=naloxone&rag=green&sort=owner');
  });
  test('all of them; the order stays', () => {
    expect(clearedAddress('/r', state)).toBe('/r?sort=owner');
  });
});

describe('active filters', () => {
  const filters: Partial<Record<FilterName, FilterOption[]>> = {
    rag: [option('red', 'Red', 2, true)],
    owner: [option('none', 'No owner', 3)],
    'key-area': [option('c', 'A central Drugs Unit', 1, true)],
  };

  test('named in words, each with the address without it', () => {
    const state = query({ q: 'unit', rag: ['red'], 'key-area': ['c'] });
    expect(activeFilters('/r', view({ query: state, filters }))).toEqual([
      { group: 'Search', label: '“unit”', removeHref: '/r?rag=red&key-area=c' },
      { group: 'RAG status', label: 'Red', removeHref: '/r?q=unit&key-area=c' },
      { group: 'Key area', label: 'c. A central Drugs Unit', removeHref: '/r?q=unit&rag=red' },
    ]);
  });

  test('somebody who owns nothing here is still named as the reason', () => {
    const [owner] = activeFilters('/r', view({ query: query({ owner: [SOMEBODY] }), filters }));
    expect(owner).toEqual({
      group: 'Owner',
      label: 'not in this register',
      removeHref: '/r',
    });
  });

  test('a filter the register does not offer is not one', () => {
    expect(activeFilters('/r', view({ query: query({ schedule: ['overdue'] }), filters }))).toEqual(
      [],
    );
  });
});

describe('how many match, in words', () => {
  const commitments = {
    kind: 'commitment',
    all: 26,
    filters: { rag: [option('red', 'Red', 1), option('not_rated', 'Not rated', 19)] },
  } as const;

  test.each<[string, Partial<RegisterView>, boolean, string]>([
    ['all of them', {}, false, '32 recommendations'],
    [
      'some',
      { total: 4, filters: { rag: [option('red', 'Red', 4, true)] } },
      true,
      '4 of 32 recommendations match',
    ],
    [
      'one',
      { total: 1, filters: { rag: [option('red', 'Red', 1, true)] } },
      true,
      '1 of 32 recommendations matches',
    ],
    [
      'none',
      { total: 0, filters: { rag: [option('red', 'Red', 0, true)] } },
      true,
      'No recommendations match',
    ],
  ])('recommendations: %s', (_, given, filtered, words) => {
    expect(matchesInWords(view(given), filtered)).toBe(words);
  });

  test('commitments are counted apart from what is only shown', () => {
    expect(matchesInWords(view({ ...commitments, total: 26 } as never), false)).toBe(
      '20 commitments, with 6 headings and notes that are not rated',
    );
  });
  test('a filter that leaves only rated ones', () => {
    const filters = { rag: [option('red', 'Red', 1, true), option('not_rated', 'Not rated', 19)] };
    expect(
      matchesInWords(view({ ...commitments, filters, total: 1 } as Partial<RegisterView>), true),
    ).toBe('1 commitment matches');
  });
});
