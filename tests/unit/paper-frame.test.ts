import { describe, expect, test } from 'vitest';
import { frameChanges } from '@/lib/domain/paper-changes';
import {
  addOwnParagraph,
  editParagraph,
  printHeadline,
  restoreWords,
  setLeftOut,
} from '@/lib/domain/paper-edit';
import {
  type DraftParagraph,
  draftParagraphs,
  type FrameParagraph,
  firstFrame,
  type GeneratedParagraph,
  movedOrder,
  type PaperFrame,
  printedNumbers,
} from '@/lib/domain/paper-frame';

const make = (key: string, section: '1' | '2' | '3' = '2', words = `${key} words`) =>
  ({ key, section, heading: `On ${key}`, words }) satisfies GeneratedParagraph;
const GENERATED = [make('why', '1'), make('a'), make('b'), make('c'), make('ask', '3')];

const touched = (key: string, more: Partial<FrameParagraph> = {}): FrameParagraph => ({
  key,
  section: '2',
  heading: null,
  words: 'Typed',
  basis: null,
  leftOut: false,
  public: true,
  ...more,
});
const frame = (more: Partial<PaperFrame> = {}): PaperFrame => ({ ...firstFrame(null), ...more });
const told = (paragraphs: readonly DraftParagraph[]) => {
  const numbers = printedNumbers(paragraphs);
  return paragraphs.map(({ key }) => `${numbers.get(key) ?? '-'} ${key}`).join(', ');
};
const printed = (more: Partial<PaperFrame>, generated: readonly GeneratedParagraph[] = GENERATED) =>
  told(draftParagraphs(frame(more), generated));

describe('the paragraphs of a draft', () => {
  test.each<[string, Partial<PaperFrame>, string]>([
    ['as they are generated', {}, '1.1 why, 2.1 a, 2.2 b, 2.3 c, 3.1 ask'],
    [
      'one left out has no number',
      { paragraphs: [touched('b', { words: null, leftOut: true })] },
      '1.1 why, 2.1 a, - b, 2.2 c, 3.1 ask',
    ],
    [
      'one’s own stand last in their section',
      { paragraphs: [touched('own:1'), touched('own:2', { section: '3' })] },
      '1.1 why, 2.1 a, 2.2 b, 2.3 c, 2.4 own:1, 3.1 ask, 3.2 own:2',
    ],
    [
      'in another order',
      { order: ['why', 'c', 'a', 'b', 'ask'] },
      '1.1 why, 2.1 c, 2.2 a, 2.3 b, 3.1 ask',
    ],
    [
      'what the order does not know follows what is generated before it',
      { order: ['why', 'c', 'a', 'ask'] },
      '1.1 why, 2.1 c, 2.2 a, 2.3 b, 3.1 ask',
    ],
    [
      'what was edited and is generated no longer is gone',
      { paragraphs: [touched('gone')], order: ['gone', 'a'] },
      '1.1 why, 2.1 a, 2.2 b, 2.3 c, 3.1 ask',
    ],
  ])('%s', (_, more, expected) => {
    expect(printed(more)).toBe(expected);
  });

  test.each<[string, Partial<FrameParagraph>, Partial<DraftParagraph>]>([
    [
      'edited over what is generated now',
      { basis: 'a words' },
      { words: 'Typed', heading: null, edited: true, moved: false },
    ],
    ['edited over other figures', { basis: 'older words' }, { edited: true, moved: true }],
    ['edited while its figures moved', { basis: null }, { edited: true, moved: true }],
    [
      'left out without an edit',
      { words: null, leftOut: true, public: false },
      { words: 'a words', heading: 'On a', edited: false, moved: false, public: true },
    ],
  ])('one that was %s', (_, saved, expected) => {
    const [, a] = draftParagraphs(frame({ paragraphs: [touched('a', saved)] }), GENERATED);
    expect(a).toMatchObject(expected);
  });

  test('a later hour of the same day is no movement, a later day is', () => {
    const moved = (basis: string, now: string) =>
      draftParagraphs(frame({ paragraphs: [touched('a', { basis })] }), [make('a', '2', now)])[0]
        ?.moved;
    expect(moved('By 3 May 2026, 09:00: 4', 'By 3 May 2026, 11:30: 4')).toBe(false);
    expect(moved('By 3 May 2026, 09:00: 4', 'By 4 May 2026, 09:00: 4')).toBe(true);
    expect(moved('By 3 May 2026, 09:00: 4', 'By 3 May 2026, 09:00: 5')).toBe(true);
  });
});

describe('moving', () => {
  const all = draftParagraphs(frame(), GENERATED);
  test.each<[string, -1 | 1, string]>([
    ['b', -1, 'why b a c ask'],
    ['b', 1, 'why a c b ask'],
    ['a', -1, 'why a b c ask'],
    ['c', 1, 'why a b c ask'],
    ['nothing', 1, 'why a b c ask'],
  ])('%s by %i', (key, by, expected) => {
    expect(movedOrder(all, key, by).join(' ')).toBe(expected);
  });
});

describe('the first frame of a paper', () => {
  const front = { ...firstFrame(null).front, title: 'Ours', itemNumber: '7', sponsor: 'The chair' };
  const before = frame({
    front,
    paragraphs: [
      touched('a', { leftOut: true }),
      touched('own:1', { heading: 'Thanks', leftOut: true }),
    ],
    order: ['b', 'own:1', 'a'],
    headlines: [{ reference: 'R1', words: 'Short', original: 'Long' }],
  });

  test.each<[string, (first: PaperFrame) => unknown, unknown]>([
    [
      'has the front block',
      ({ front: { title, sponsor } }) => [title, sponsor],
      ['Ours', 'The chair'],
    ],
    ['without the item number', ({ front: { itemNumber } }) => itemNumber, null],
    [
      'has one’s own paragraphs as they were',
      ({ paragraphs }) => paragraphs,
      [before.paragraphs[1]],
    ],
    ['has the order', ({ order }) => order, before.order],
    ['prints headlines as the register has them', ({ headlines }) => headlines, []],
  ])('%s', (_, of, expected) => {
    expect(of(firstFrame(before))).toEqual(expected);
  });

  test('is the same after a paper that nobody touched', () => {
    expect(firstFrame(firstFrame(before))).toEqual(firstFrame(before));
  });
});

describe('editing', () => {
  const one = (edited: PaperFrame, key: string): DraftParagraph => {
    const found = draftParagraphs(edited, GENERATED).find((each) => each.key === key);
    if (!found) throw new Error(`no ${key}`);
    return found;
  };
  const words = { heading: 'Mine', words: 'Typed', public: false };
  const edited = editParagraph(frame(), one(frame(), 'b'), words, 'b words');

  test('a left-out edit keeps its words, and comes back with them', () => {
    const out = setLeftOut(edited, one(edited, 'b'), true);
    expect(one(out, 'b')).toMatchObject({ leftOut: true, words: 'Typed' });
    expect(setLeftOut(out, one(out, 'b'), false)).toEqual(edited);
  });

  test('back to generated leaves nothing behind, but that it is left out', () => {
    expect(restoreWords(edited, one(edited, 'b'))).toEqual(frame());
    const out = setLeftOut(edited, one(edited, 'b'), true);
    const back = restoreWords(out, one(out, 'b'));
    expect(one(back, 'b')).toMatchObject({ leftOut: true, edited: false, words: 'b words' });
  });

  test('one’s own goes last, also where the order is known, and can be taken out', () => {
    const ordered = frame({ order: ['why', 'c', 'b', 'a', 'ask'] });
    const added = addOwnParagraph(ordered, 'own:1', { ...words, section: '2' });
    expect(told(draftParagraphs(added, GENERATED))).toBe(
      '1.1 why, 2.1 c, 2.2 b, 2.3 a, 2.4 own:1, 3.1 ask',
    );
    expect(restoreWords(added, one(added, 'own:1'))).toEqual(ordered);
  });

  test.each<[string, PaperFrame, PaperFrame, Array<[string, string | null, string | null]>]>([
    ['nothing', edited, edited, []],
    ['a first edit', frame(), edited, [['Words', 'b words', 'Typed']]],
    [
      'a second edit',
      edited,
      editParagraph(
        edited,
        one(edited, 'b'),
        { ...words, words: 'Again', public: true },
        'b words',
      ),
      [
        ['Words', 'Typed', 'Again'],
        ['In the public version', 'No', 'Yes'],
      ],
    ],
    ['back to generated', edited, frame(), [['Words', 'Typed', 'As they are generated']]],
    [
      'one’s own, added',
      frame(),
      addOwnParagraph(frame(), 'own:1', { ...words, section: '3' }),
      [
        ['Heading', null, 'Mine'],
        ['Words', null, 'Typed'],
      ],
    ],
    [
      'left out',
      frame(),
      setLeftOut(frame(), one(frame(), 'a'), true),
      [['Left out', 'No', 'Yes']],
    ],
    [
      'a headline',
      frame(),
      printHeadline(frame(), 'R1', { words: 'Short', original: 'Long' }),
      [['Headline of R1', 'Long', 'Short']],
    ],
    [
      'the front block',
      frame(),
      frame({ front: { ...frame().front, itemNumber: '4', purpose: 'noting' } }),
      [
        ['Item number', null, '4'],
        ['For', 'Decision', 'Noting'],
      ],
    ],
  ])('the history tells of %s', (_, from, to, expected) => {
    expect(frameChanges(from, to).map((one) => [one.label, one.from, one.to])).toEqual(expected);
  });
});
