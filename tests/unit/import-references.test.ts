import { expect, test } from 'vitest';
import { readReference, readReferences } from '@/lib/domain/import-references';

test.each([
  ['R5, 7 & 11', 'R5 R7 R11', ''],
  ['Rec 5', 'R5', ''],
  ['R5-R7', 'R5 R6 R7', ''],
  ['R5 – 7', 'R5 R6 R7', ''],
  ['R5 to R7', 'R5 R6 R7', ''],
  ['recommendation 12', 'R12', ''],
  ['Recommendations 1, 2 and 3', 'R1 R2 R3', ''],
  ['r5; C3.1', 'R5 C3.1', ''],
  ['R 5\nR 6', 'R5 R6', ''],
  ['R5, R5', 'R5', ''],
  ['n/a', '', ''],
  ['All', '', 'All'],
  ['R5 (in part)', 'R5', '(in part)'],
  ['R7-R5', '', 'R7-R5'],
  ['R1-R9999', '', 'R1-R9999'],
])('“%s”', (text, references, unknown) => {
  const read = readReferences(text);
  expect(read.references.join(' ')).toBe(references);
  expect(read.unknown.join(' ')).toBe(unknown);
});

test.each([
  ['a12', null, 'A12'],
  [' A 12 ', null, 'A12'],
  ['Action A12', null, 'A12'],
  ['12', null, undefined],
  ['12', 'N', 'N12'],
  ['Recommendation 12', 'N', 'N12'],
  ['N3', 'N', 'N3'],
  ['1.2', 'N', undefined],
  ['', 'N', undefined],
])('“%s” with the prefix %s is %s', (text, prefix, reference) => {
  expect(readReference(text, prefix)).toBe(reference);
});
