import { expect, test } from 'vitest';
import { pauseBefore } from '@/scripts/start/keep-up';

test('each start that fails is followed by a longer pause, up to a minute', () => {
  expect([1, 2, 3, 4, 5, 6, 7, 8, 200].map(pauseBefore)).toEqual([1, 2, 4, 8, 16, 32, 60, 60, 60]);
});
