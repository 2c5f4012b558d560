import { expect, test } from 'vitest';
import { readFill, readRag } from '@/lib/domain/import-rag';

const rag = (status: string, exact = false) => ({ is: 'rag', rag: status, exact });
const complete = { is: 'complete', finishedOn: null };
const asked = (...options: string[]) => ({ is: 'asked', options });

test.each([
  ['', { is: 'empty' }],
  ['-', { is: 'empty' }],
  ['Red', rag('red', true)],
  ['GREEN', rag('green', true)],
  ['R', rag('red')],
  ['a', rag('amber')],
  ['RAG: Amber', rag('amber')],
  ['🟢', rag('green')],
  ['On track', rag('green')],
  ['Green – on track', rag('green')],
  ['Delayed', rag('amber')],
  ['Off track', rag('red')],
  ['B', complete],
  ['Blue', complete],
  ['BRAG Blue', complete],
  ['Complete', complete],
  ['Completed', complete],
  ['Blue - complete', complete],
  ['Done', complete],
  ['Completed 12/3/2026', { is: 'complete', finishedOn: '2026-03-12' }],
  ['Not rated', { is: 'not_rated' }],
  ['In progress', { is: 'open' }],
  ['Open', { is: 'open' }],
  ['Amber/Green', asked('amber', 'green')],
  ['Red to Amber', asked('red', 'amber')],
  ['Not started', asked()],
  ['Not complete', asked()],
  ['No longer on track', asked('green')],
  ['Red due to staffing', asked('red')],
  ['Completed by a partner', asked()],
  ['TBC', asked()],
  ['?', asked()],
])('“%s”', (text, expected) => {
  expect(readRag(text)).toEqual(expected);
});

test.each([
  ['#ff0000', 'red'],
  ['#c00000', 'red'],
  ['#ffc7ce', 'red'],
  ['#ffc000', 'amber'],
  ['#ff9900', 'amber'],
  ['#ffff00', 'amber'],
  ['#00b050', 'green'],
  ['#92d050', 'green'],
  ['#c6efce', 'green'],
  ['#0070c0', 'complete'],
  ['#5b9bd5', 'complete'],
  ['#7030a0', null],
  ['#d9d9d9', null],
  ['#000000', null],
])('the colour %s is %s', (fill, expected) => {
  expect(readFill(fill)).toBe(expected);
});
