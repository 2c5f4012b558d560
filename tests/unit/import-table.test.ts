import { describe, expect, test } from 'vitest';
import type { GridSheet } from '@/lib/domain/import-grid';
import { findTable, pickSheet, tableHeadings, tableRows } from '@/lib/domain/import-table';
import { makeGrid, makeSheet } from '../support/grid';

const HEADINGS = ['Ref', 'Action', 'Lead', 'By when', 'BRAG'];
const ROW = ['1.1', 'Train staff', 'A Smith', '31/3/27', 'Green'];

const cases: Array<
  [string, GridSheet, { top: number; bottom: number; rows: number[]; out: string[] }]
> = [
  ['plain', makeSheet([HEADINGS, ROW, ROW]), { top: 0, bottom: 0, rows: [1, 2], out: [] }],
  [
    'titles above, blank rows within, total and key at the end',
    makeSheet([
      ['Action plan of the Combating Drugs Partnership'],
      ['Updated June 2026', null, null],
      [],
      HEADINGS,
      ROW,
      [null, null],
      ROW,
      ['Total', null, '2', null, null],
      [],
      ['RAG key'],
      ['Green', 'On track'],
    ]),
    { top: 3, bottom: 3, rows: [4, 6], out: ['Total 2', 'RAG key', 'Green On track'] },
  ],
  [
    'an action that begins with Total is one',
    makeSheet([HEADINGS, ['Total abstinence service', 'Do it', 'A Smith'], ROW]),
    { top: 0, bottom: 0, rows: [1, 2], out: [] },
  ],
  [
    'headings of themes between the rows',
    makeSheet([HEADINGS, Array(5).fill('Theme 1: prevention'), ROW], {
      merged: [{ top: 1, bottom: 1, left: 0, right: 4 }],
    }),
    { top: 0, bottom: 0, rows: [2], out: ['Theme 1: prevention'] },
  ],
];

describe('where the table is', () => {
  test.each(cases)('%s', (_, sheet, expected) => {
    const table = findTable(sheet, 'local_actions');
    const { rows, leftOut } = tableRows(sheet, table);
    expect({
      top: table.headerTop,
      bottom: table.headerBottom,
      rows,
      out: leftOut.map(({ says }) => says),
    }).toEqual(expected);
  });

  test('what stands after the last row is left out and said', () => {
    const sheet = makeSheet([HEADINGS, ROW, ['Key'], ['Amber', 'At risk']]);
    const table = findTable(sheet, 'local_actions');
    expect(table.last).toBe(1);
    expect(tableRows(sheet, table).leftOut).toEqual([
      { row: 2, says: 'Key' },
      { row: 3, says: 'Amber At risk' },
    ]);
  });
});

describe('headings of two rows', () => {
  const under = ['Ref', 'Action', 'Progress', 'RAG', 'Progress', 'RAG'];
  const joined = ['Ref', 'Action', 'Q2 Progress', 'Q2 RAG', 'Q3 Progress', 'Q3 RAG'];
  const merged = [
    { top: 1, bottom: 1, left: 2, right: 3 },
    { top: 1, bottom: 1, left: 4, right: 5 },
  ];

  test('a merged heading stands over several', () => {
    const sheet = makeSheet([['Plan'], [null, null, 'Q2', 'Q2', 'Q3', 'Q3'], under, ROW], {
      merged,
    });
    expect(tableHeadings(sheet, findTable(sheet, 'local_actions'))).toEqual(joined);
  });

  test('headings that are merged downwards say it once', () => {
    const sheet = makeSheet([['Plan'], ['Ref', 'Action', 'Q2', 'Q2', 'Q3', 'Q3'], under, ROW], {
      merged: [
        ...merged,
        { top: 1, bottom: 2, left: 0, right: 0 },
        { top: 1, bottom: 2, left: 1, right: 1 },
      ],
    });
    expect(tableHeadings(sheet, findTable(sheet, 'local_actions'))).toEqual(joined);
  });

  test('without merged cells a time reaches to the next', () => {
    const sheet = makeSheet([[null, null, 'Q2', null, 'Q3'], under, ROW]);
    expect(tableHeadings(sheet, findTable(sheet, 'local_actions'))).toEqual(joined);
  });
});

describe('which sheet', () => {
  const own = ['Reference', 'Short title', 'Recommendation', 'Our response', 'Owner'];
  const actions = ['Reference', 'Local action', 'What will be done', 'Answers', 'Owner'];
  const ours = makeGrid(
    makeSheet([['Board paper'], ['Sheet', 'What it holds', 'Rows', 'Red']], { name: 'About' }),
    makeSheet([own, ['R1', 'a', 'b']], { name: 'Recommendations R' }),
    makeSheet([actions, ['A1', 'a', 'b']], { name: 'Local actions' }),
  );

  test.each([
    ['local_actions', 'Local actions'],
    ['recommendations', 'Recommendations R'],
  ] as const)('of a file of ours, for %s: %s', (kind, name) => {
    expect(pickSheet(ours, kind)?.name).toBe(name);
  });

  test('a hidden one only where there is no other', () => {
    const hidden = makeSheet([HEADINGS, ROW], { name: 'Action plan', hidden: true });
    const shown = makeSheet(
      [
        ['Ref', 'Action'],
        ['1', 'a'],
      ],
      { name: 'Plan' },
    );
    expect(pickSheet(makeGrid(hidden, shown), 'local_actions')?.name).toBe('Plan');
    expect(pickSheet(makeGrid(hidden), 'local_actions')?.name).toBe('Action plan');
    expect(pickSheet(makeGrid(makeSheet([])), 'local_actions')).toBeNull();
  });
});
