import { describe, expect, test } from 'vitest';
import { RuleError } from '@/lib/domain/errors';
import { effectsOf } from '@/lib/domain/import-effects';
import type { Grid } from '@/lib/domain/import-grid';
import type { ImportQuestion, PreviewRow, RowWrite } from '@/lib/domain/import-model';
import { answersByKey, questionField } from '@/lib/domain/import-question-names';
import {
  choicesToRemember,
  chooseRows,
  exportedAt,
  isChosen,
  moveTable,
  settleColumns,
  startSetup,
} from '@/lib/domain/import-setup';

const TODAY = '2026-11-23';
const cells = (...texts: string[]) => texts.map((text) => (text ? { text } : null));
const grid: Grid = {
  format: 'xlsx',
  sheets: [
    {
      name: 'Log',
      hidden: false,
      merged: [],
      rows: [
        cells('Ref', 'Action', 'By when', 'Said in June'),
        cells('1.1', 'Open a clinic', '31/3/2027', 'Rooms found'),
        cells('1.2', 'Train staff', '30/6/2027', 'None yet'),
      ],
    },
    {
      name: 'Other',
      hidden: false,
      merged: [],
      rows: [cells('A title'), cells('Ref', 'Action'), cells('2.1', 'Ring the bell')],
    },
  ],
};
const wanted = { kind: 'local_actions', sourceId: null } as const;
const setup = startSetup(grid, wanted, new Map(), TODAY);
const refused = (run: () => unknown) => {
  try {
    run();
  } catch (error) {
    return error instanceof RuleError ? error.fields : error;
  }
  return null;
};

test('a file without a table is refused at its field', () => {
  const empty: Grid = { format: 'csv', sheets: [] };
  expect(refused(() => startSetup(empty, wanted, new Map(), TODAY))).toHaveProperty('file');
});

describe('columns', () => {
  test('two for one field are refused at the second', () => {
    const twice = { 0: { use: 'text' as const }, 1: { use: 'text' as const } };
    expect(refused(() => settleColumns(setup, twice))).toEqual({
      'columns.1.use': 'Another column is that already',
    });
  });

  test('a past one needs its day', () => {
    expect(refused(() => settleColumns(setup, { 3: { use: 'history' } }))).toEqual({
      'columns.3.on': 'Enter the day it was reported on',
    });
    const settled = settleColumns(setup, { 3: { use: 'history', on: '2026-06-30' } });
    expect(settled.columns[3]).toEqual({ as: 'history', on: '2026-06-30' });
    expect(settled.columns.slice(0, 3)).toEqual(setup.columns.slice(0, 3));
  });

  test('only what a person changed is remembered', () => {
    const settled = settleColumns(setup, { 0: { use: 'ignore' }, 1: { use: 'text' } });
    expect(choicesToRemember(grid, setup, settled)).toEqual([
      { heading: 'Ref', use: { as: 'ignore' } },
    ]);
  });
});

test('another sheet has its table found anew, and what was settled of the old one is dropped', () => {
  const before = { ...setup, answers: { key: 'said' }, reversed: [1] };
  const moved = moveTable(grid, before, { ...setup.table, sheet: 'Other' }, new Map(), TODAY);
  expect(moved.table).toMatchObject({ sheet: 'Other', headerTop: 1, headerBottom: 1, last: 2 });
  expect(moved).toMatchObject({ answers: {}, reversed: [] });
  const below = { ...setup.table, headerTop: 8, headerBottom: 8, last: 9 };
  expect(refused(() => moveTable(grid, setup, below, new Map(), TODAY))).toEqual({
    headerBottom: 'The sheet has 3 rows',
  });
});

test('the instant of an export is the earliest that its rows say, and none where they say none', () => {
  const said = (...instants: string[]): Grid => ({
    format: 'csv',
    sheets: [
      {
        name: 'Log',
        hidden: false,
        merged: [],
        rows: [cells('Action', 'As at'), ...instants.map((at) => cells('Ring', at))],
      },
    ],
  });
  const of = (file: Grid) =>
    exportedAt(file, {
      ...setup,
      table: { sheet: 'Log', headerTop: 0, headerBottom: 0, last: 9 },
      columns: [
        { as: 'field', field: 'text' },
        { as: 'field', field: 'asAt' },
      ],
    });
  const [early, late] = ['2026-11-01T10:00:00.123Z', '2026-11-02T10:00:00.000Z'];
  expect(of(said(late, early))).toBe(early);
  expect(of(said('', 'nonsense'))).toBeNull();
  expect(exportedAt(said(early), setup)).toBeNull();
});

const write: RowWrite = { reference: 'A1', wording: {}, notes: [] };
const row = (number: number, state: PreviewRow['state']): PreviewRow => ({
  row: number,
  state,
  reference: 'A1',
  title: 'Ring',
  changes: [],
  problems: [],
  remarks: [],
  write: state === 'wrong' || state === 'unchanged' ? null : write,
});
const rows = [row(1, 'new'), row(2, 'changed'), row(3, 'stale'), row(4, 'wrong')];
const chosen = (of: { reversed: readonly number[] }) =>
  rows.filter((one) => isChosen(one, of)).map((one) => one.row);

describe('which rows are imported', () => {
  test('what is new or changed, and stale ones only once they are ticked', () => {
    expect(chosen({ reversed: [] })).toEqual([1, 2]);
    expect(chosen({ reversed: [2, 3, 4] })).toEqual([1, 3]);
  });

  test('the ticks of a page leave those of other pages', () => {
    const first = chooseRows({ ...setup, reversed: [1] }, rows, { shown: [2, 3], chosen: [3] });
    expect(chosen(first)).toEqual([3]);
    const again = chooseRows(first, rows, { shown: [1], chosen: [1] });
    expect(chosen(again)).toEqual([1, 3]);
    // What cannot be imported is not ticked by a form that says so.
    expect(chosen(chooseRows(setup, rows, { shown: [4], chosen: [4] }))).toEqual([1, 2]);
  });
});

test('answers go by the keys of their questions; an option goes before words of one’s own', () => {
  const question = (key: string, open: boolean): ImportQuestion => ({
    key,
    about: 'date',
    asks: '?',
    said: '',
    rows: [],
    options: [{ value: 'yes', label: 'Yes' }],
    open,
    understood: null,
  });
  const [both, own, shut] = [question('a b', true), question('c.d', true), question('e', false)];
  const field = ({ key }: ImportQuestion) => questionField(key);
  const listed = { [field(both)]: 'yes', [field(own)]: '', [field(shut)]: 'no such option' };
  const said = { [field(both)]: 'mine', [field(own)]: 'mine', [field(shut)]: 'mine' };
  expect(answersByKey([both, own, shut], listed, said)).toEqual({ 'a b': 'yes', 'c.d': 'mine' });
});

test('what rows would do is counted, and what a new entry begins with is part of it', () => {
  const made: RowWrite = { ...write, reference: null, ownerId: 'x', linkIds: [] };
  const closed: RowWrite = {
    ...write,
    proposal: { kind: 'closure', finishedOn: TODAY, reason: 'Done' },
  };
  expect(effectsOf([made, { ...write, ownerId: 'x' }, closed, closed])).toEqual([
    '1 new entry in the register',
    '1 owner or lead organisation',
    '2 closures as Complete, proposed: the board decides',
  ]);
});
