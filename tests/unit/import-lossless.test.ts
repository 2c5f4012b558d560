import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatDate, isPlainDate } from '@/lib/domain/dates';
import type { GridCell } from '@/lib/domain/import-grid';
import type { ImportItem, ImportKind } from '@/lib/domain/import-model';
import type { ItemKind } from '@/lib/domain/item';
import type { PaperCell } from '@/lib/domain/paper-model';
import { registerTable } from '@/lib/domain/register-columns';
import { excelText } from '@/lib/spreadsheets/excel-cells';
import { makeSheet } from '../support/grid';
import { makeFacts, makeItem, ORGANISATIONS, PEOPLE, readSheet } from '../support/import-facts';

const AT = '2026-11-01T10:00:00.000Z';

const hostile = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ maxLength: 200 }),
  fc.constantFrom(
    '=1+1',
    "'tis",
    'Total',
    'Key',
    '-',
    'n/a',
    'Green',
    'ongoing',
    '31/3/27',
    ' spaced ',
    'a\r\nb',
    'a\u0000b',
    '\u0001',
    '_x0041_',
    'R5, 7',
    '🟢',
    'TRUE',
    '1e5',
  ),
);
const words = fc.option(hostile);
const day = fc
  .date({ min: new Date('2020-01-01'), max: new Date('2095-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))
  .filter(isPlainDate);

const anything = fc.record({
  shortTitle: hostile,
  text: hostile,
  rag: fc.constantFrom('red', 'amber', 'green', 'blue', 'not_rated', null),
  lifecycle: fc.constantFrom('open', 'closed'),
  outcome: fc.constantFrom('complete', 'superseded', null),
  owner: fc.option(fc.oneof(hostile, fc.constantFrom(...PEOPLE.map(({ name }) => name)))),
  lead: fc.option(fc.oneof(hostile, fc.constantFrom(...ORGANISATIONS.map(({ name }) => name)))),
  ourRole: fc.constantFrom('deliver', 'watch', null),
  headline: words,
  words,
  recovery: words,
  nextStep: words,
  response: words,
  position: words,
  firstDueDate: fc.option(day),
  dueDate: fc.option(day),
  reviewDate: fc.option(day),
  moves: fc.nat(3),
  schedule: fc.constantFrom('overdue', 'no_date', null),
  movement: fc.constantFrom('improved', 'new', null),
  answers: fc.subarray(['R1', 'R2', 'C3.1']),
  rated: fc.boolean(),
  yourReference: fc.option(fc.constantFrom('1', '1.1', 'A1', ' x ')),
  pending: fc.constantFrom('closure', 'extension', null),
}) as fc.Arbitrary<Partial<ImportItem>>;

const LETTER: Record<ItemKind, string> = {
  local_action: 'A',
  recommendation: 'N',
  commitment: 'C',
};
const AS: Array<[ItemKind, ImportKind]> = [
  ['local_action', 'local_actions'],
  ['local_action', 'status_updates'],
  ['recommendation', 'status_updates'],
  ['commitment', 'status_updates'],
  ['recommendation', 'recommendations'],
];

const FILLS: Record<string, string> = {
  red: '#d4351c',
  amber: '#f47738',
  green: '#00703c',
  blue: '#1d70b8',
  not_rated: '#b1b4b6',
};

/** What is written to a cell of CSV, as it is read again. */
function csvCell(cell: PaperCell): GridCell | null {
  if (cell === null || cell === '') return null;
  return { text: typeof cell === 'object' ? cell.text : String(cell) };
}

/** What is written to a cell of Excel, as it is read again. */
function excelCell(cell: PaperCell): GridCell | null {
  if (cell === null || cell === '') return null;
  if (typeof cell === 'number') return { text: String(cell), number: cell };
  if (typeof cell === 'object') return { text: cell.text, fill: FILLS[cell.rag] };
  if (isPlainDate(cell)) return { text: formatDate(cell), date: cell };
  return { text: excelText(cell) };
}

function exported(kind: ItemKind, items: readonly ImportItem[], cellOf = excelCell) {
  const { columns, rows } = registerTable(kind, items, AT, { key: '', caption: '' });
  const cells = rows.map((row) => row.cells.map(cellOf));
  return { columns, rows: [columns.map(({ heading }) => heading), ...cells] };
}

const facts = (items: readonly ImportItem[]) =>
  makeFacts([...items, makeItem('R1'), makeItem('R2')], {
    base: items,
    source: { id: 's', prefix: 'N' },
  });

const registers = (kind: ItemKind) =>
  fc
    .array(anything, { minLength: 1, maxLength: 5 })
    .map((all) => all.map((more, index) => makeItem(`${LETTER[kind]}${index + 1}`, more)));

test.each(AS)(
  'an export of each %s comes back from an import of %s as nothing but unchanged rows',
  (kind, as) => {
    fc.assert(
      fc.property(registers(kind), fc.constantFrom(csvCell, excelCell), (items, cellOf) => {
        const { rows } = exported(kind, items, cellOf);
        const reading = readSheet(makeSheet(rows), as, facts(items));
        expect(
          reading.rows.map(({ state, remarks, problems }) => ({ state, remarks, problems })),
        ).toEqual(items.map(() => ({ state: 'unchanged', remarks: [], problems: [] })));
        expect(reading.questions).toEqual([]);
      }),
      { numRuns: 100 },
    );
  },
);

const EDITS: Array<[key: string, field: string, text: string]> = [
  ['title', 'shortTitle', 'Another title'],
  ['text', 'text', 'Another text'],
  ['owner', 'owner', 'Zoë Brown'],
  ['lead', 'lead', 'Change Grow Live'],
  ['due', 'due', '2026-12-01'],
  ['answers', 'answers', 'R2'],
  ['rag', 'rag', 'Amber'],
  ['headline', 'headline', 'Another headline'],
  ['words', 'words', 'Other words. And more.'],
  ['recovery', 'recovery', 'Another way back'],
  ['next_step', 'nextStep', 'Another step'],
  ['your_reference', 'yourReference', '7.1'],
];

test.each(EDITS)('with the cell of %s changed, that is the one change', (key, field, text) => {
  const open: Partial<ImportItem> = {
    lifecycle: 'open',
    outcome: null,
    rated: true,
    rag: 'red',
    pending: null,
    owner: 'Anna Smith',
    ownerId: 'p-anna',
    lead: 'Public Health',
    leadOrganisationId: 'o-ph',
    dueDate: '2027-03-31',
    firstDueDate: '2027-03-31',
    reviewDate: null,
    answers: ['R1'],
    headline: 'It is late',
    words: 'It is late indeed.',
    recovery: 'More hands',
    nextStep: 'Hire',
  };
  fc.assert(
    fc.property(registers('local_action'), fc.nat(), (some, which) => {
      const at = which % some.length;
      const items = some.map((item, index) => (index === at ? { ...item, ...open } : item));
      const { columns, rows } = exported('local_action', items);
      const edited = rows.map((row, index) =>
        index === at + 1
          ? row.map((cell, column) => (columns[column]?.key === key ? { text } : cell))
          : row,
      );
      const reading = readSheet(makeSheet(edited), 'local_actions', facts(items));
      expect(reading.rows.map(({ state, problems }) => [state, problems])).toEqual(
        items.map((_, index) => [index === at ? 'changed' : 'unchanged', []]),
      );
      expect(reading.rows[at]?.changes.map((change) => [change.field, change.to])).toEqual([
        [field, isPlainDate(text) ? formatDate(text) : text],
      ]);
    }),
    { numRuns: 20 },
  );
});
