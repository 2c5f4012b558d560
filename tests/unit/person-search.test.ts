import { expect, test } from 'vitest';
import { searchPeople } from '@/lib/domain/person-search';

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
