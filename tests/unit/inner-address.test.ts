import { expect, test } from 'vitest';
import { innerAddress } from '@/lib/domain/inner-address';
import { wayBack } from '@/lib/server/way-back';

test.each([
  ['/recommendations/r8', '/recommendations/r8'],
  ['/recommendations?rag=red&page=2#r8', '/recommendations?rag=red&page=2#r8'],
  ['/search?q=//elsewhere.example', '/search?q=//elsewhere.example'],
  ['/meetings/../people', '/people'],
])('an address of ours is followed: %s', (to, followed) => {
  expect(innerAddress(to)).toBe(followed);
});

const HOSTILE = [
  '//elsewhere.example',
  '///elsewhere.example',
  '/\\elsewhere.example',
  '\\\\elsewhere.example',
  '/\t/elsewhere.example',
  '/\n/elsewhere.example',
  '\t//elsewhere.example',
  ' //elsewhere.example',
  '/\t/[',
  '/.//elsewhere.example',
  '/./\\elsewhere.example',
  '/\n\\elsewhere.example',
  '//[',
  '/a/..//elsewhere.example',
  '/%2e//elsewhere.example',
  '/a/%2E%2e//elsewhere.example',
  'https:elsewhere.example',
  'https://elsewhere.example',
  'http:/elsewhere.example',
  'javascript:alert(1)',
  'data:text/html,x',
  'elsewhere.example',
  '%2f%2felsewhere.example',
  '@elsewhere.example',
  '',
];
test.each(HOSTILE)('an address that leads elsewhere is not: %j', (to) => {
  expect(innerAddress(to)).toBe('/');
  expect(wayBack(to, { person: 'x' })).toBeUndefined();
});

// They stand in a path of ours, and browsers do not read them as more than letters of it.
test.each([
  '/%2felsewhere.example',
  '/%5celsewhere.example',
  '/%09/elsewhere.example',
  '/%0d%0aLocation:%20//elsewhere.example',
  '/a\r\nSet-Cookie: a=b',
  '/\u0000/elsewhere.example',
  '/@elsewhere.example',
])('what only looks like it stays with us: %j', (to) => {
  const followed = innerAddress(to);
  expect(new URL(followed, 'https://board.example').origin).toBe('https://board.example');
  expect(followed).toMatch(/^\/[^/\\\s]*(\/|$)/);
});
