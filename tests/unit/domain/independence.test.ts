import { expect, test } from 'vitest';
import { HANDS, type Hand, type HandKind, tieBetween, tieInWords } from '@/lib/domain/independence';

const at = new Date('2026-11-03T10:00:00Z');
/** 'a>b' is: a invited b. */
const hands = (text: string): Hand[] =>
  text
    .split(' ')
    .filter(Boolean)
    .map((one) => {
      const [by = '', on = ''] = one.split('>');
      return { kind: 'person.invited', by, on, at };
    });

test.each([
  ['nobody did anything', '', false, false],
  ['one invited the other', 'a>b', true, true],
  ['the other way round', 'b>a', true, true],
  ['each was invited by somebody else', 'x>a y>b', false, false],
  ['somebody invited both: two accounts of one person', 'x>a x>b', false, true],
  ['through another', 'a>x x>b', false, true],
  ['through two others', 'b>x x>y y>a', false, true],
  ['two hands that come from one', 'x>y y>a x>z z>b', false, true],
  ['both had a hand in a third', 'a>x b>x', false, false],
  ['round in a circle, elsewhere', 'x>y y>x', false, false],
])('%s', (_, what, direct, any) => {
  expect(tieBetween('a', 'b', hands(what), 'direct') !== null).toBe(direct);
  expect(tieBetween('a', 'b', hands(what), 'any') !== null).toBe(any);
  expect(tieBetween('b', 'a', hands(what), 'any') !== null).toBe(any);
});

const nameOf = (id: string) => ({ a: 'Ada', b: 'Bea', x: 'Xan' })[id] ?? id;

test('is said with who, what, when and until when', () => {
  const [hand] = hands('a>b');
  const latest: Hand = {
    ...(hand as Hand),
    kind: 'person.roles',
    at: new Date('2026-11-20T10:00Z'),
  };
  const tie = tieBetween('b', 'a', [hand as Hand, latest], 'any');
  expect(tie && tieInWords(tie, nameOf)).toBe(
    'Ada changed the roles of Bea on 20 November 2026, so the two do not count as two people until 18 February 2027',
  );
  const behind = tieBetween('a', 'b', hands('x>a x>b'), 'any');
  expect(behind && tieInWords(behind, nameOf)).toMatch(/^Xan stands behind both accounts/);
});

test.each(Object.entries(HANDS) as Array<[HandKind, string]>)('%s is said', (kind, words) => {
  const [hand] = hands('a>b');
  const tie = tieBetween('a', 'b', [{ ...(hand as Hand), kind }], 'any');
  expect(tie && tieInWords(tie, nameOf)).toContain(`Ada ${words} Bea`);
});
