import * as common from '@zxcvbn-ts/language-common';
import { expect, test } from 'vitest';
import { passwordWeakness } from '@/lib/domain/password-strength';
import { PASSWORD_MINIMUM } from '@/lib/domain/sign-in';

const KNOWN = ['Morgan Ashdown', 'morgan.ashdown@council.example', 'Exampleshire Delivery Board'];

test.each([
  ['password12345', 'commonly used'],
  ['aaaaaaaaaaaaaaa', 'Repeated characters like “aaa”'],
  ['abcdefghijklmnop', 'Sequences like “abc”'],
  ['qwertyuiopasdf', 'similar to a commonly used password'],
  ['morganashdown', 'It is made of your name'],
  ['Exampleshire1', 'It is made of your name'],
])('%s is refused, and why', (password, why) => {
  const weakness = passwordWeakness(password, KNOWN) ?? '';
  expect(weakness).toContain('would be guessed too soon');
  expect(weakness).toContain(why);
  // In the type of the rest of the page.
  expect(weakness).not.toMatch(/["']/);
});

test('four words that do not belong together are taken', () => {
  expect(passwordWeakness('gravel tandem pewter mosaic', KNOWN)).toBeNull();
});

test('none of those most often used is taken', () => {
  const used = [...common.dictionary['passwords-common']]
    .slice(0, 10_000)
    .map(String)
    .filter(({ length }) => length >= PASSWORD_MINIMUM);
  expect(used.length).toBeGreaterThan(5);
  expect(used.filter((password) => passwordWeakness(password, []) === null)).toEqual([]);
});
