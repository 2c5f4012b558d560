import { expect, test } from 'vitest';
import { noRoom, storageOf, storageState, storageWords } from '@/lib/domain/storage';

const MB = 1024 * 1024;
const used = (mb: number) => storageOf(mb * MB, { storageMb: 1000 });

test.each([
  [0, 'room'],
  [799, 'room'],
  [800, 'nearly full'],
  [999, 'nearly full'],
  [1000, 'full'],
  [1200, 'full'],
] as const)('%d of 1,000 MB: %s', (mb, state) => {
  expect(storageState(used(mb))).toBe(state);
});

test('a file is refused when it does not fit, to the byte', () => {
  expect(noRoom(used(990), 10 * MB)).toBeNull();
  expect(noRoom(used(990), 10 * MB + 1)).toContain('There is no room for a file of 10 MB');
});

test('what is used is said in words', () => {
  expect(storageWords(storageOf(8.24 * 1024 * MB, { storageMb: 10_240 }))).toBe('8.2 GB of 10 GB');
});
