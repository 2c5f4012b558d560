import { describe, expect, test } from 'vitest';
import {
  ITEM_KINDS,
  itemPath,
  KIND_NAMES,
  kindOfReference,
  LINK_STRENGTH_NAMES,
  LINK_STRENGTHS,
  OUR_ROLE_NAMES,
  OUR_ROLES,
  OUTCOME_NAMES,
  OUTCOMES,
  parseReference,
  referenceOrdinal,
} from '@/lib/domain/item';

describe('a reference, read from an address', () => {
  test.each([
    ['r11', 'R11'],
    ['R11', 'R11'],
    ['c3.1', 'C3.1'],
    ['C2', 'C2'],
    ['a12', 'A12'],
    ['A99999', 'A99999'],
    ['na4', 'NA4'],
    ['c3.999', 'C3.999'],
  ])('%s is %s', (text, reference) => {
    expect(parseReference(text)).toBe(reference);
  });

  test.each([
    '',
    'r',
    '11',
    'r0',
    'r01',
    'r-1',
    'r1.',
    'r1.0',
    'r1.01',
    'r1.1.1',
    'c3.1000',
    'a100000',
    'abcde1',
    ' r1',
    'r1 ',
    'r1\n',
    'r1\u0000',
    'r1;drop',
    '../r1',
    'r1/../a2',
    'r١',
    'ß1',
    'ı1',
    'ﬁ1',
  ])('%j is none', (text) => {
    expect(parseReference(text)).toBeUndefined();
  });
});

describe('where an item stands', () => {
  test.each([
    ['R11', 'recommendation', '/recommendations/r11'],
    ['N3', 'recommendation', '/recommendations/n3'],
    ['C3.1', 'commitment', '/commitments/c3.1'],
    ['A12', 'local_action', '/local-actions/a12'],
  ])('%s', (reference, kind, path) => {
    expect(kindOfReference(reference)).toBe(kind);
    expect(itemPath(reference)).toBe(path);
    expect(parseReference(path.split('/').at(-1) ?? '')).toBe(reference);
  });

  test('references sort as people sort them', () => {
    const sorted = ['C1', 'C2', 'C2.1', 'C2.2', 'C2.10', 'C3', 'C3.1', 'C10', 'C10.1'];
    const mixed = [...sorted].sort();
    expect(mixed).not.toEqual(sorted);
    expect(mixed.sort((a, b) => referenceOrdinal(a) - referenceOrdinal(b))).toEqual(sorted);
    expect(referenceOrdinal('C3.2')).toBe(3002);
    expect(referenceOrdinal('NA4')).toBe(4000);
  });
});

test('every word has its name', () => {
  expect(Object.keys(KIND_NAMES)).toEqual([...ITEM_KINDS]);
  expect(Object.keys(OUR_ROLE_NAMES)).toEqual([...OUR_ROLES]);
  expect(Object.keys(OUTCOME_NAMES)).toEqual([...OUTCOMES]);
  expect(Object.keys(LINK_STRENGTH_NAMES)).toEqual([...LINK_STRENGTHS]);
});
