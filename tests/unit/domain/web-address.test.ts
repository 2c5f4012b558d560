import { expect, test } from 'vitest';
import { parseProse } from '@/lib/domain/prose';
import { hostOf } from '@/lib/domain/web-address';

test.each([
  ['https://www.gov.uk/x', 'www.gov.uk'],
  ['https://www.exampleshire.gov.uk', 'www.exampleshire.gov.uk'],
  ['https://england.nhs.uk/', 'england.nhs.uk'],
  ['https://exampleshire.sharepoint.com/sites/board', 'exampleshire.sharepoint.com'],
  ['https://example.org:8443/', 'example.org:8443'],
  ['https://3rdsector.org.uk', '3rdsector.org.uk'],
])('%s is what it seems', (url, name) => {
  expect(hostOf(url)).toEqual({ name, odd: null });
});

test.each([
  ['letters of another alphabet', 'https://www.gоv.uk/', 'www.xn--gv-fmc.uk', 'other alphabets'],
  ['the same as browsers write it', 'https://xn--gv-fmc.uk', 'xn--gv-fmc.uk', 'other alphabets'],
  ['a number', 'https://93.184.216.34/a', '93.184.216.34', 'a number'],
  ['a number in one piece', 'https://1572395042/', '93.184.216.34', 'a number'],
  [
    'a trusted ending in the middle',
    'https://www.gov.uk.example.com/',
    'www.gov.uk.example.com',
    'looks like',
  ],
  [
    'a trusted ending with a dash',
    'https://login-nhs-uk.example.com',
    'login-nhs-uk.example.com',
    'looks like',
  ],
  ['figures for letters', 'https://g0v.example.com', 'g0v.example.com', 'looks like'],
  ['two letters for one', 'https://rnicrosoft.com', 'rnicrosoft.com', 'looks like'],
  [
    'a name before the host, in an old row',
    'https://www.gov.uk@example.org',
    'example.org',
    'another name',
  ],
])('%s is shown in full', (_, url, name, odd) => {
  const host = hostOf(url);
  expect(host?.name).toBe(name);
  expect(host?.odd).toContain(odd);
});

test('what is no address has no host', () => {
  expect(hostOf('see the intranet')).toBeNull();
});

test.each([
  ['[our page](https://example.org/a)', 'our page', 'https://example.org/a'],
  ['[our page](https://www.gov.uk@example.org/a)', 'our page', undefined],
  [
    '[our page](https://www.gov.uk.example.org/a)',
    'our page (www.gov.uk.example.org)',
    'https://www.gov.uk.example.org/a',
  ],
])('a link in a paragraph of a paper: %s', (markdown, words, href) => {
  const [paragraph] = parseProse(markdown);
  if (paragraph?.kind !== 'paragraph') throw new Error('no paragraph');
  expect(paragraph.spans.map(({ text }) => text).join('')).toBe(words);
  expect(paragraph.spans[0]?.href).toBe(href);
});
