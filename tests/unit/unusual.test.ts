import { expect, test } from 'vitest';
import { downloadsWords, isTold, refusedWords } from '@/lib/domain/unusual';

const told = (kind: 'refused' | 'downloads', most: number) =>
  Array.from({ length: most }, (_, index) => index + 1).filter((count) => isTold(kind, count));

test('the first refusal of an hour is told, then the 10th, the 100th, …', () => {
  expect(told('refused', 5000)).toEqual([1, 10, 100, 1000]);
});

test('60 files within an hour are usual, and later ones are told whenever they doubled', () => {
  expect(told('downloads', 1000)).toEqual([61, 121, 241, 481, 961]);
});

test('words say how many, and since when in London', () => {
  const since = new Date('2026-07-01T13:00:00Z');
  expect(refusedWords('Set our role', 1, since)).toBe('Set our role');
  expect(refusedWords('Set our role', 10, since)).toBe('Set our role (10 refusals since 14:00)');
  expect(downloadsWords(61, since)).toBe('61 files since 14:00');
});
