import { describe, expect, test } from 'vitest';
import { keepAsAt } from '@/lib/domain/as-at';
import { groupingKindAt, groupingPath, nextCode } from '@/lib/domain/grouping';
import { itemPath, kindOfReference, referenceOrdinal } from '@/lib/domain/item';
import { mapCommitmentSchema } from '@/lib/domain/mapping';
import {
  addRecommendationSchema,
  addSourceSchema,
  numberFor,
  parsePrefix,
  publishedOf,
} from '@/lib/domain/source';

const sent = { submissionId: '3f0e3bd1-1f6c-4c9e-9f0a-2f6f3a1c9b11' };
const issues = (parsed: { error?: { issues: Array<{ path: PropertyKey[]; message: string }> } }) =>
  Object.fromEntries(
    (parsed.error?.issues ?? []).map(({ path, message }) => [path.join('.'), message]),
  );

describe('a new source', () => {
  const form = { ...sent, title: 'T', publisher: 'P', year: '2026' };

  test.each([
    ['n', 'N'],
    [' Na ', 'NA'],
    ['CQC', 'CQC'],
    ['AB', 'AB'],
  ])('takes %j as its prefix', (prefix, parsed) => {
    expect(addSourceSchema.parse({ ...form, prefix }).prefix).toBe(parsed);
  });

  test.each([
    ['a', 'A stands for local actions: choose another prefix'],
    ['C', 'C stands for commitments: choose another prefix'],
    ['R', 'R stands for the review: choose another prefix'],
    ['new', 'NEW is the address of the form that adds a source: choose another prefix'],
    ['', 'Enter a prefix of one to three letters, like N'],
    ['ABCD', 'Enter a prefix of one to three letters, like N'],
    ['N1', 'Enter a prefix of one to three letters, like N'],
    ['ß', 'Enter a prefix of one to three letters, like N'],
  ])('refuses %j', (prefix, message) => {
    expect(issues(addSourceSchema.safeParse({ ...form, prefix }))).toEqual({ prefix: message });
  });

  test.each([
    ['', '2026', '2026'],
    ['7', '2026', '2026-07'],
    ['july', '2021', '2021-07'],
    ['12', '1999', '1999-12'],
  ])('published in %j %j', (month, year, published) => {
    const source = addSourceSchema.parse({ ...form, prefix: 'N', month, year });
    expect(publishedOf(source)).toBe(published);
  });

  test.each([
    [{ month: '13' }, { month: 'Enter a month, like 7 or July' }],
    [{ month: 'soon' }, { month: 'Enter a month, like 7 or July' }],
    [{ year: '26' }, { year: 'Enter the year in which it was published, like 2026' }],
    [{ year: '20266' }, { year: 'Enter the year in which it was published, like 2026' }],
  ])('was not published in %j', (wrong, expected) => {
    expect(issues(addSourceSchema.safeParse({ ...form, prefix: 'N', ...wrong }))).toEqual(expected);
  });
});

test.each([
  ['the next', undefined, [1, 2, 7], { number: 8 }],
  ['the first', undefined, [], { number: 1 }],
  ['one in a gap', 3, [1, 2, 7], { number: 3 }],
  ['one that is taken', 2, [1, 2], { refused: 'There is a recommendation 2 already' }],
  ['the last', undefined, [998], { number: 999 }],
  ['none after the last', undefined, [999], { refused: 'There is no number left after 999' }],
])('the number of a recommendation: %s', (_, wanted, taken, decided) => {
  expect(numberFor(wanted, taken)).toEqual(decided);
});

test.each([
  ['', undefined],
  ['3', 3],
  ['999', 999],
])('a number typed as %j', (number, parsed) => {
  const form = { ...sent, shortTitle: 's', text: 't', number };
  expect(addRecommendationSchema.parse(form).number).toBe(parsed);
});
test.each(['0', '1000', '-1', '2.5', 'three', '٣'])('no number: %j', (number) => {
  const form = { ...sent, shortTitle: 's', text: 't', number };
  expect(issues(addRecommendationSchema.safeParse(form))).toHaveProperty('number');
});

test('a reference belongs to the kind of its whole prefix, not of its first letter', () => {
  const kinds = ['A1', 'C3.1', 'R8', 'N3', 'AB1', 'CQC2'].map(kindOfReference);
  expect(kinds).toEqual([
    'local_action',
    'commitment',
    ...Array.from({ length: 4 }, () => 'recommendation'),
  ]);
  expect(itemPath('CQC2')).toBe('/recommendations/cqc2');
  expect(parsePrefix("n'")).toBeUndefined();
});

test('references stand source by source, then by number', () => {
  const places: Array<[string, number]> = [
    ['R2', 0],
    ['R32', 0],
    ['N1', 1],
    ['N999', 1],
    ['B1', 2],
  ];
  const ordinals = places.map(([reference, source]) => referenceOrdinal(reference, source));
  expect(ordinals).toEqual([...ordinals].sort((a, b) => a - b));
  expect(new Set(ordinals).size).toBe(ordinals.length);
});

test.each([
  ['theme', 'Mental health & housing', [], 'mental-health-housing'],
  ['theme', 'Housing', ['housing', 'housing-2'], 'housing-3'],
  ['theme', '„“', [], 'theme'],
  ['key_area', 'x', ['a', 'b', 'c'], 'd'],
  ['key_area', 'x', [...'abcdefghijklmnopqrstuvwxyz'], undefined],
  ['strategy_priority', 'x', ['SP1', 'SP3'], 'SP4'],
  ['objective', 'x', [], 'O1'],
  ['objective', 'x', ['O9', 'O10'], 'O11'],
] as const)('the code of a new %s %j', (kind, name, taken, code) => {
  expect(nextCode(kind, name, taken)).toBe(code);
});

test('a grouping’s address leads back to its kind; the parts have none', () => {
  expect(groupingPath({ kind: 'strategy_priority', code: 'SP1' })).toBe(
    '/groupings/strategy-priorities/sp1',
  );
  expect(groupingKindAt('strategy-priorities')).toBe('strategy_priority');
  expect(groupingKindAt('parts')).toBeUndefined();
});

test('what a commitment does not answer is left out', () => {
  const [one, other] = [sent.submissionId, '3f0e3bd1-1f6c-4c9e-9f0a-2f6f3a1c9b12'];
  const parsed = mapCommitmentSchema.parse({
    ...sent,
    answers: { [one]: 'partial', [other]: 'none' },
  });
  expect(parsed.answers).toEqual({ [one]: 'partial' });
  expect(mapCommitmentSchema.safeParse({ ...sent, answers: { [one]: 'wholly' } }).success).toBe(
    false,
  );
  expect(mapCommitmentSchema.safeParse({ ...sent, answers: { R1: 'direct' } }).success).toBe(false);
});

test.each([
  ['/sources', '/sources?as-at=2026-06-25'],
  ['/groupings', '/groupings?as-at=2026-06-25'],
  ['/objectives#o1', '/objectives?as-at=2026-06-25#o1'],
  ['/recommendations/cqc2', '/recommendations/cqc2?as-at=2026-06-25'],
  ['/sources/n', '/sources/n'],
  ['/groupings/new', '/groupings/new'],
])('%s keeps the day where it can be shown', (href, kept) => {
  expect(keepAsAt(href, '2026-06-25')).toBe(kept);
});
