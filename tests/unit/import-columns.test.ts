import { describe, expect, test } from 'vitest';
import { guessColumns } from '@/lib/domain/import-columns';
import type { ColumnUse, ImportKind } from '@/lib/domain/import-model';
import { findTable } from '@/lib/domain/import-table';
import type { ItemKind } from '@/lib/domain/item';
import { registerColumns } from '@/lib/domain/register-columns';
import { makeSheet } from '../support/grid';

const TODAY = '2026-11-23';

function guess(
  rows: Parameters<typeof makeSheet>[0],
  kind: ImportKind = 'local_actions',
  remembered: ReadonlyMap<string, ColumnUse> = new Map(),
): string[] {
  const sheet = makeSheet(rows);
  const uses = guessColumns(sheet, findTable(sheet, kind), kind, remembered, TODAY);
  return uses.map((use) => {
    if (use.as === 'field') return use.field;
    return use.as === 'history' ? `history ${use.on}` : use.as;
  });
}

/** One heading beside those of a reference and an action. */
const alone = (heading: string, value: string) =>
  guess([
    ['Ref', 'Action', heading],
    ['1.1', 'Train staff', value],
    ['1.2', 'Buy kit', value],
  ])[2];

describe('headings people use', () => {
  test.each([
    ['Lead', 'A Smith', 'owner'],
    ['Lead officer/EM', 'A Smith', 'owner'],
    ['Responsible', 'A Smith', 'owner'],
    ['Owner', 'A Smith', 'owner'],
    ['Lead organisation', 'CGL', 'lead'],
    ['Lead agency', 'CGL', 'lead'],
    ['By when', '31/3/27', 'due'],
    ['Timescale', 'Q3 26/27', 'due'],
    ['Due', 'ongoing', 'due'],
    ['Target date', 'tbc', 'due'],
    ['Original date', '31/3/26', 'firstDue'],
    ['Original due date', '31/3/26', 'firstDue'],
    ['Review date', '31/3/27', 'review'],
    ['BRAG', 'G', 'rag'],
    ['RAG rating', 'Green', 'rag'],
    ['Key progress Q3', 'Two were trained', 'words'],
    ['Progress', 'Two were trained', 'words'],
    ['Comments', 'Two were trained', 'words'],
    ['Status', 'On track', 'rag'],
    ['Status', 'Open', 'standing'],
    ['Evidence', 'https://example.org', 'evidence'],
    ['Recommendations', 'R5, 7 & 11', 'answers'],
    ['Mitigation', 'More hands', 'recovery'],
    ['Next steps', 'More', 'nextStep'],
    ['Budget code', 'X1', 'note'],
    ['RAG commentary', 'All is well with this one', 'words'],
    ['', 'Amber', 'rag'],
    ['', '31/3/27', 'due'],
    ['Owner', '', 'ignore'],
  ])('%s with “%s” is %s', (heading, value, use) => {
    expect(alone(heading, value)).toBe(use);
  });

  test('what stands in a column of references says whose they are', () => {
    expect(
      guess([
        ['Ref', 'Action'],
        ['A1', 'a'],
        ['A2', 'b'],
      ])[0],
    ).toBe('reference');
    expect(
      guess([
        ['Ref', 'Action'],
        ['1.1', 'a'],
        ['1.2', 'b'],
      ])[0],
    ).toBe('yourReference');
    expect(
      guess(
        [
          ['No', 'Recommendation'],
          ['1', 'a'],
          ['2', 'b'],
        ],
        'recommendations',
      ),
    ).toEqual(['reference', 'text']);
  });

  test('a column of colours alone is the RAG status', () => {
    const fills = [{ fill: '#ff0000' }, { fill: '#00b050' }];
    expect(
      guess([
        ['Ref', 'Action', 'Position'],
        ['1', 'a', fills[0] ?? null],
        ['2', 'b', fills[1] ?? null],
      ])[2],
    ).toBe('rag');
  });

  test('a field is taken once, by the better heading, and the other kept as a note', () => {
    expect(
      guess([
        ['Comments', 'Action', 'Progress'],
        ['x', 'a', 'y'],
      ]),
    ).toEqual(['note', 'text', 'words']);
    expect(
      guess([
        ['Action', 'Description'],
        ['Train staff', 'All of them, in March'],
      ]),
    ).toEqual(['shortTitle', 'text']);
  });

  test('what a person made of a heading before goes first', () => {
    const remembered = new Map<string, ColumnUse>([
      ['lead for it', { as: 'field', field: 'lead' }],
    ]);
    expect(
      guess(
        [
          ['Action', 'LEAD  for it', 'Owner'],
          ['a', 'CGL', 'A Smith'],
        ],
        'local_actions',
        remembered,
      ),
    ).toEqual(['text', 'lead', 'owner']);
  });
});

describe('columns of past times', () => {
  test('the latest that is not to come is said now, those before are history', () => {
    const headings = [
      'Action',
      'Progress Q1 26/27',
      'Progress Q2 26/27',
      'Progress Q3 26/27',
      'Progress Q4 26/27',
    ];
    expect(guess([headings, ['a', 'b', 'c', 'd', 'e']])).toEqual([
      'text',
      'history 2026-06-30',
      'history 2026-09-30',
      'words',
      'note',
    ]);
  });

  test.each([
    ['Update June 2026', 'history 2026-06-30'],
    ['Progress 12.06.2026', 'history 2026-06-12'],
    ['Progress Q3 25/26', 'history 2025-12-31'],
    ['2025/26 Q4 progress', 'history 2026-03-31'],
  ])('%s beside that of October 2026 is %s', (heading, use) => {
    expect(
      guess([
        ['Action', heading, 'Update October 2026'],
        ['a', 'b', 'c'],
      ]),
    ).toEqual(['text', use, 'words']);
  });

  test('a RAG status of then is history, too', () => {
    expect(
      guess([
        ['Action', 'RAG Q1 26/27', 'RAG Q2 26/27'],
        ['a', 'Red', 'Green'],
      ]),
    ).toEqual(['text', 'history 2026-06-30', 'rag']);
  });
});

const COMPUTED = [
  'Times moved',
  'Schedule',
  'Movement',
  'Our response',
  'Our role',
  'National position',
];

test.each([
  ['local_action', 'local_actions'],
  ['local_action', 'status_updates'],
  ['recommendation', 'recommendations'],
  ['recommendation', 'status_updates'],
  ['commitment', 'status_updates'],
] as const)('our own headings of a %s are known, in an import of %s', (kind: ItemKind, as) => {
  const columns = registerColumns(kind);
  const headings = columns.map(({ heading }) => heading);
  const uses = guess([headings, headings.map(() => 'A1')], as);
  expect(uses.filter((use) => use === 'note')).toEqual([]);
  expect(headings.filter((_, index) => uses[index] === 'ignore')).toEqual(
    headings.filter((heading) => COMPUTED.includes(heading)),
  );
  expect(uses.at(-1)).toBe('asAt');
});
