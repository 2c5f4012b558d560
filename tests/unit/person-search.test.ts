import { expect, test } from 'vitest';
import { pageOf, peopleAddress, peopleQuerySchema, searchPeople } from '@/lib/domain/person-search';

const people = [
  { id: '1', name: 'Zoë Lindqvist', position: 'Director', organisation: 'Exampleshire Council' },
  { id: '2', name: 'Tom Okafor', position: 'Head of commissioning', organisation: null },
];

test.each([
  ['nothing typed finds everybody', '', ['1', '2']],
  ['capitals and accents do not matter', 'ZOE', ['1']],
  ['every word counts, in any order and any field', 'council zoë', ['1']],
  ['a position', 'commission', ['2']],
  ['one word that nobody has', 'tom council', []],
])('%s', (_, q, ids) => {
  expect(searchPeople(people, q).map(({ id }) => id)).toEqual(ids);
});

test('what makes no sense in a query is left out', () => {
  const asked = { q: ['a', 'b'], access: 'root', page: '-3' };
  expect(peopleQuerySchema.parse(asked)).toEqual({ q: 'a', access: '', page: 1 });
  expect(peopleAddress({ q: 'a b', access: 'invited', page: 2 })).toBe(
    '/people?q=a+b&access=invited&page=2',
  );
});

test('a page after the last is the last', () => {
  const all = Array.from({ length: 101 }, (_, index) => index);
  expect(pageOf(all, 9)).toEqual({ rows: [100], page: 3, pages: 3 });
  expect(pageOf([], 2)).toEqual({ rows: [], page: 1, pages: 1 });
});
