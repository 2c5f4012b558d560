import { describe, expect, test } from 'vitest';
import { composePaper, withoutNamesIn } from '@/lib/domain/paper-compose';
import type { PaperFacts, PaperItem } from '@/lib/domain/paper-facts';
import type { PaperFrame } from '@/lib/domain/paper-frame';
import { generateParagraphs } from '@/lib/domain/paper-words';
import { parseProse, proseText } from '@/lib/domain/prose';
import { DEFAULT_RAG_KEY } from '@/lib/domain/rag';

const item = (reference: string, more: Partial<PaperItem> = {}): PaperItem => ({
  reference,
  kind: reference.startsWith('A') ? 'local_action' : 'recommendation',
  rated: true,
  shortTitle: `Title of ${reference}`,
  text: 'Text',
  lifecycle: 'open',
  outcome: null,
  closedOn: null,
  rag: 'green',
  evidence: 'none',
  schedule: null,
  owner: null,
  lead: null,
  ourRole: null,
  headline: null,
  words: null,
  recovery: null,
  nextStep: null,
  response: null,
  position: null,
  yourReference: null,
  firstDueDate: null,
  dueDate: null,
  reviewDate: null,
  moves: 0,
  fundingSource: null,
  fundedUntil: null,
  answers: [],
  groupings: [],
  movement: 'unchanged',
  extended: false,
  ...more,
});

const facts = (more: Partial<PaperFacts> = {}): PaperFacts => ({
  board: {
    name: 'The board',
    areas: [],
    illustrative: false,
    ragKey: DEFAULT_RAG_KEY,
    dueSoonDays: 30,
  },
  meeting: { slug: '2026-12-03', date: '2026-12-03', startsAt: '14:00', venue: 'Hall' },
  cutOff: '2026-11-19T16:30:00.000Z',
  today: '2026-11-19',
  since: { at: '2026-09-17T22:59:59.999Z', is: 'meeting' },
  items: [],
  groupings: [],
  sources: [{ prefix: 'R', title: 'The review', publisher: 'The department', national: true }],
  challenges: [],
  awaiting: [],
  ragAtMeetings: [],
  meetingActions: [],
  withheld: false,
  ...more,
});

const words = (key: string, more: Partial<PaperFacts>) =>
  proseText(
    parseProse(generateParagraphs(facts(more)).find((one) => one.key === key)?.words ?? ''),
  ).split('\n');

describe('what a paper says by itself', () => {
  test('counts what is rated, and not what was closed otherwise', () => {
    const items = [
      item('R1', { rag: 'red' }),
      item('R2', { rag: 'red' }),
      item('R3', { rag: 'blue', lifecycle: 'closed', outcome: 'complete' }),
      item('R4', { rag: null, lifecycle: 'closed', outcome: 'superseded' }),
      item('A1', { rag: 'amber', schedule: 'overdue' }),
      item('A2', { rated: false }),
    ];
    expect(words('position', { items })).toEqual([
      'This paper says what the register had recorded by 19 November 2026, 16:30. Movement is counted from the end of the last meeting, 17 September 2026.',
      '3 recommendations: 2 Red and 1 Blue',
      '0 commitments: none rated',
      '1 local action: 1 Amber',
      '1 local action is overdue.',
      '1 line was closed otherwise than as complete, and is in none of these counts.',
    ]);
  });

  test.each([
    [{ at: '2026-09-10T08:00:00.000Z', is: 'paper' as const }, 'the cut-off of the paper before'],
    [null, 'the first paper'],
  ])('says what movement counts from: %j', (since, said) => {
    expect(words('position', { since })[0]).toContain(said);
  });

  test('tells the worst movement first, and what is Red with what brings it back', () => {
    const items = [
      item('R1', { movement: 'improved' }),
      item('R2', { movement: 'worsened', rag: 'red', headline: 'No staff', recovery: 'Lend some' }),
    ];
    expect(words('movement', { items })).toEqual([
      '1 worsened and 1 improved.',
      'What moved:',
      'R2 Title of R2: worsened, now Red',
      'R1 Title of R1: improved, now Green',
      'What is Red:',
      'R2 Title of R2: No staff. To bring it back: Lend some.',
      'Nothing on the challenge list is open.',
    ]);
  });

  test('tells up to three challenges of a rule in full, more by reference; acknowledged ones not', () => {
    const one = (reference: string, rule: string, acknowledged: string | null = null) => ({
      reference,
      rule,
      sentence: `Sentence of ${reference}`,
      acknowledged,
    });
    const challenges = [
      ...['R1', 'R2', 'R3', 'R4'].map((reference) => one(reference, 'no_owner')),
      one('R5', 'not_rated'),
      one('R6', 'not_rated', 'It is new'),
    ];
    expect(words('movement', { challenges }).slice(-3)).toEqual([
      'What does not add up (5 open challenges):',
      'No owner (4): R1, R2, R3, R4.',
      'Not rated (1): R5 (Sentence of R5).',
    ]);
  });

  test('asks for closures, then extensions, then reopenings, each by its own key', () => {
    const ask = (reference: string, kind: 'extension' | 'closure' | 'reopening') => ({
      reference,
      kind,
      shortTitle: 'Title',
      asks: 'do it',
      reason: 'Because',
      number: 2,
    });
    const awaiting = [ask('A1', 'reopening'), ask('A2', 'extension'), ask('A3', 'closure')];
    expect(
      generateParagraphs(facts({ awaiting }))
        .filter(({ section }) => section === '3')
        .map(({ key }) => key),
    ).toEqual(['note', 'ask:A3:2', 'ask:A2:2', 'ask:A1:2']);
    expect(words('ask:A3:2', { awaiting })).toEqual([
      'To agree, for A3 Title, to do it. Reason given: Because.',
    ]);
  });

  test('tells which open local actions a grant pays for until when', () => {
    const items = [
      item('A1', { fundedUntil: '2027-03-31', fundingSource: 'A grant', dueDate: '2027-06-01' }),
      item('A2', { fundedUntil: '2027-03-31', lifecycle: 'closed' }),
    ];
    expect(words('funding', { items })).toEqual([
      'Local actions that are paid for until a date:',
      'A1 Title of A1: funded by A grant until 31 March 2027, due 1 June 2027',
    ]);
  });
});

const frame: PaperFrame = {
  front: { title: 'Paper', itemNumber: null, author: null, sponsor: null, purpose: 'noting' },
  paragraphs: [],
  order: [],
  headlines: [{ reference: 'R1', words: 'Printed', original: 'Kept' }],
};
const stand = {
  audience: 'members',
  kind: 'paper',
  state: 'draft',
  version: 1,
  cleared: null,
  replaces: null,
  openChallenges: 0,
} as const;

describe('the paper as it is put together', () => {
  test('numbers what prints, with the board’s name in the headings of the form', () => {
    const leftOut = {
      key: 'position',
      section: '2' as const,
      heading: null,
      words: null,
      basis: null,
      leftOut: true,
      public: true,
    };
    const model = composePaper(facts(), { ...frame, paragraphs: [leftOut] }, stand);
    expect(model.sections.map(({ heading }) => heading)).toEqual([
      'WHY IS THE INFORMATION/REPORT COMING TO THE BOARD',
      'WHAT ARE THE CRITICAL ITEMS/ISSUES FOR FOCUS?',
      'WHAT ACTIONS DO YOU WANT THE BOARD TO TAKE?',
    ]);
    const second = model.sections[1]?.paragraphs ?? [];
    expect(second.map(({ number }) => number)).toEqual(['2.1', '2.2', '2.3', '2.4']);
    expect(second[0]?.heading).toContain('What moved');
  });

  test('keeps the summary to one side', () => {
    const items = Array.from({ length: 20 }, (_, index) =>
      item(`R${index + 1}`, { rag: 'red', movement: 'worsened' }),
    );
    const lines = composePaper(facts({ items }), frame, stand).summary.parts.map(({ blocks }) =>
      proseText(blocks).split('\n'),
    );
    expect(lines.map(({ length }) => length)).toEqual([10, 9, 1]);
    expect(lines[1]?.at(-1)).toBe('and 12 more in section 2');
  });

  test('prints a headline as the paper has it, in words and in the table', () => {
    const items = [item('R1', { rag: 'red', headline: 'Kept' })];
    const text = JSON.stringify(composePaper(facts({ items }), frame, stand));
    expect(text.match(/Printed/g)).toHaveLength(3);
    expect(text).not.toContain('Kept');
  });

  test.each([
    ['a draft', {}, 'Draft'],
    ['a correction', { version: 2, replaces: { version: 1, reason: 'A slip.' } }, 'A slip.'],
    ['one that was issued so', { openChallenges: 2 }, 'Issued with 2 open challenges'],
  ])('says above everything what it is: %s', (_, more, said) => {
    expect(composePaper(facts(), frame, { ...stand, ...more }).notices.join(' ')).toContain(said);
  });
});

test('names are replaced wherever they stand, the longest first', () => {
  const people = [
    { name: 'Ann Example-Smith', position: 'Housing manager' },
    { name: 'Ann Example', position: 'Director' },
  ];
  expect(withoutNamesIn({ a: ['Ann Example-Smith and Ann Example', 3, null] }, people)).toEqual({
    a: ['Housing manager and Director', 3, null],
  });
});
