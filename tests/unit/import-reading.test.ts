import { describe, expect, test, vi } from 'vitest';
import { fingerprintOf } from '@/lib/data/import-fingerprint';
import type { ImportReading } from '@/lib/domain/import-model';
import { makeSheet } from '../support/grid';
import { makeFacts, makeItem, readSheet } from '../support/import-facts';

// Long enough for a machine that has other things to do, too.
vi.setConfig({ testTimeout: 20_000 });

const HEAD = ['Ref', 'Action', 'Lead', 'By when', 'BRAG', 'Progress'];
type Cells = Parameters<typeof makeSheet>[0][number];

function read(
  rows: readonly Cells[],
  items: Parameters<typeof makeFacts>[0] = [],
  {
    answers = {},
    head = HEAD,
    kind = 'local_actions',
    ...more
  }: {
    answers?: Record<string, string>;
    head?: string[];
    kind?: Parameters<typeof readSheet>[1];
  } & Parameters<typeof makeFacts>[1] = {},
): ImportReading {
  return readSheet(makeSheet([head, ...rows]), kind, makeFacts(items, more), answers);
}

const one = (reading: ImportReading) => {
  const [row] = reading.rows;
  if (!row) throw new Error('There is no row');
  return row;
};
const asks = (reading: ImportReading) =>
  reading.questions.map(({ key, understood }) => [key, understood]);

describe('a new local action', () => {
  test('is made of what the file says, and what is understood is shown', () => {
    const reading = read([
      [
        '1.1',
        'Train all staff. Then train them again.',
        'A Smith (CGL) / Public Health',
        'Q3 26/27',
        'G',
        'Ten were trained. Five are left.',
      ],
    ]);
    const row = one(reading);
    expect(row.problems).toEqual([]);
    expect(row).toMatchObject({ state: 'new', reference: null, title: 'Train all staff.' });
    expect(row.write).toEqual({
      reference: null,
      wording: {
        shortTitle: 'Train all staff.',
        text: 'Train all staff. Then train them again.',
        yourReference: '1.1',
        alsoInvolved: 'Public Health',
      },
      ownerId: 'p-anna',
      dates: { due: '2026-12-31', review: null, firstDue: null },
      update: {
        rag: 'green',
        headline: 'Ten were trained.',
        words: 'Ten were trained. Five are left.',
        recovery: null,
        nextStep: null,
      },
      notes: [],
    });
    expect(asks(reading)).toEqual([
      ['owner a smith (cgl) / public health', 'Anna Smith, Manager, Change Grow Live'],
      ['date q3 26/27', '31 December 2026'],
      ['rag g', 'Green'],
    ]);
  });

  test('what is not understood waits, and says for what', () => {
    const reading = read([['1', 'Train', 'Somebody', 'TBC', 'Amber/Green', 'Words']]);
    expect(one(reading)).toMatchObject({
      state: 'wrong',
      write: null,
      problems: [
        { cell: 'C2', message: 'This waits for an answer: Who is “Somebody”?' },
        { cell: 'D2', message: 'This waits for an answer: Which day is “TBC”?' },
        { cell: 'E2', message: 'This waits for an answer: Which RAG status is “Amber/Green”?' },
      ],
    });
    const answers = {
      'owner somebody': 'p-zoe',
      'date tbc': '31/3/2027',
      'rag amber/green': 'green',
    };
    expect(
      one(read([['1', 'Train', 'Somebody', 'TBC', 'Amber/Green', 'Words']], [], { answers })),
    ).toMatchObject({
      state: 'new',
      write: { ownerId: 'p-zoe', dates: { due: '2027-03-31' }, update: { rag: 'green' } },
    });
  });

  test('a day more than ten years off waits, with the one that was probably meant', () => {
    const row = ['1', 'Train', null, '5 April 2072'];
    const reading = read([row]);
    expect(reading.questions).toMatchObject([
      {
        key: 'date 5 april 2072',
        asks: '“5 April 2072” is more than ten years off: which day is meant?',
        options: [{ value: '2027-04-05' }, { value: '2072-04-05' }, { value: 'note' }],
        understood: null,
      },
    ]);
    expect(one(reading)).toMatchObject({ state: 'wrong', write: null });
    for (const due of ['2027-04-05', '2072-04-05']) {
      const answered = read([row], [], { answers: { 'date 5 april 2072': due } });
      expect(one(answered)).toMatchObject({ state: 'new', write: { dates: { due } } });
    }
    const stands = makeItem('A1', { text: 'Train', dueDate: '2072-04-05', yourReference: '1' });
    expect(one(read([row], [stands])).state).toBe('unchanged');
  });

  test('an answer may keep the words as a note', () => {
    const answers = { 'owner somebody': 'note', 'date tbc': 'note', 'rag amber/green': 'note' };
    const { write } = one(
      read([['1', 'Train', 'Somebody', 'TBC', 'Amber/Green', 'Words']], [], { answers }),
    );
    expect(write?.notes.map(({ heading, text }) => [heading, text])).toEqual([
      ['Lead', 'Somebody'],
      ['By when', 'TBC'],
      ['BRAG', 'Amber/Green'],
      ['Progress', 'Words'],
    ]);
    expect(write?.update).toBeUndefined();
  });

  test('ongoing asks for a day to look again', () => {
    expect(asks(read([['1', 'Train', null, 'ongoing']]))).toEqual([['date ongoing', null]]);
    const { write } = one(
      read([['1', 'Train', null, 'ongoing']], [], { answers: { 'date ongoing': '2027-06-30' } }),
    );
    expect(write?.dates).toEqual({ due: null, review: '2027-06-30', firstDue: null });
    const head = ['Action', 'Due', 'Review date'];
    const told = read([['Train', 'ongoing', '31/03/2027']], [], { head });
    expect(asks(told)).toEqual([]);
    expect(one(told).write?.dates).toEqual({ due: null, review: '2027-03-31', firstDue: null });
    const known = makeItem('A1', { text: 'Train', reviewDate: '2027-03-31', yourReference: '1' });
    expect(one(read([['1', 'Train', null, 'ongoing']], [known])).state).toBe('unchanged');
  });

  test('an original date without another is the due date, which is shown', () => {
    const head = ['Action', 'Original date', 'Due'];
    const row = one(
      read(
        [
          ['Train', '31/03/2027', null],
          ['Buy', '31/03/2027', '30/04/2027'],
        ],
        [],
        { head },
      ),
    );
    expect(row.write?.dates).toEqual({ due: '2027-03-31', review: null, firstDue: '2027-03-31' });
    expect(row.changes.find(({ field }) => field === 'due')?.understood).toBe(
      'The original date stands, as no other is given',
    );
  });

  test('a stated original date is its first date', () => {
    const head = ['Action', 'Original date', 'Due'];
    expect(one(read([['Train', '31/03/2026', '30/09/2027']], [], { head })).write?.dates).toEqual({
      due: '2027-09-30',
      review: null,
      firstDue: '2026-03-31',
    });
  });

  test('a colour alone is a RAG status; its words come from the progress', () => {
    const reading = read([['1', 'Train', null, null, { fill: '#00b050' }, 'Done well']]);
    expect(one(reading).write?.update?.rag).toBe('green');
    expect(asks(reading)).toEqual([['fill #00b050', 'Green']]);
  });

  test('Red without what brings it back waits until somebody says it, or leaves the rating out', () => {
    const rows: Cells[] = [['1', 'Train', null, null, 'Red', 'It is late']];
    const silent = read(rows);
    expect(asks(silent)).toEqual([['recovery', null]]);
    expect(one(silent)).toMatchObject({ state: 'wrong', write: null });
    expect(one(read(rows, [], { answers: { recovery: 'note' } })).write).toMatchObject({
      notes: [
        { heading: 'BRAG', text: 'Red', on: null, rag: 'red' },
        { heading: 'Progress', text: 'It is late', on: null, rag: 'red' },
      ],
    });
    expect(
      one(read(rows, [], { answers: { recovery: 'More hands' } })).write?.update,
    ).toMatchObject({
      rag: 'red',
      recovery: 'More hands',
    });
  });

  test('complete is proposed for closure, never Blue', () => {
    const rows: Cells[] = [['1', 'Train', null, null, 'Complete', null]];
    const silent = read(rows);
    expect(asks(silent)).toEqual([
      ['proposal finished on', null],
      ['rag complete', 'Complete: propose to close it'],
    ]);
    const { write } = one(read(rows, [], { answers: { 'proposal finished on': '1/11/2026' } }));
    expect(write?.update).toBeUndefined();
    expect(write?.proposal).toEqual({
      kind: 'closure',
      finishedOn: '2026-11-01',
      reason: 'The spreadsheet that was imported says that it is complete.',
    });
    const later = read(rows, [], { answers: { 'proposal finished on': '1/11/2027' } });
    expect(one(later).problems).toEqual([
      { cell: 'E2', message: 'The day it was finished must be today or in the past' },
    ]);
  });

  test('without words it is wrong, in its cell', () => {
    expect(
      one(
        read([
          ['1', null, 'Anna Smith'],
          ['2', 'Train'],
        ]),
      ).problems,
    ).toEqual([{ cell: 'B2', message: 'Describe the action' }]);
    const long = one(read([['1', 'x'.repeat(4001)]]));
    expect(long.problems).toEqual([
      { cell: 'B2', message: 'Use 4,000 characters or fewer: these are 4,001' },
    ]);
  });

  test('columns that fit nothing are notes, and those of the past have their day', () => {
    const head = [
      'Action',
      'Budget',
      'Progress Q1 26/27',
      'RAG Q1 26/27',
      'Progress Q2 26/27',
      'RAG Q2 26/27',
    ];
    const { write } = one(read([['Train', '£5', 'Then', 'Amber', 'Now', 'Green']], [], { head }));
    expect(write?.notes).toEqual([
      { heading: 'Budget', text: '£5', on: null, rag: null },
      { heading: 'Progress Q1 26/27', text: 'Then', on: '2026-06-30', rag: null },
      { heading: 'RAG Q1 26/27', text: 'Amber', on: '2026-06-30', rag: 'amber' },
    ]);
    expect(write?.update).toMatchObject({ rag: 'green', words: 'Now' });
  });

  test('what it answers is linked; what is no reference is asked', () => {
    const head = ['Action', 'Recommendations'];
    const items = [makeItem('R5'), makeItem('R7'), makeItem('A1')];
    expect(one(read([['Train', 'R5, 7']], items, { head })).write?.linkIds).toEqual([
      'id-R5',
      'id-R7',
    ]);
    const unknown = read([['Train', 'R5, R99']], items, { head });
    expect(asks(unknown)).toEqual([['reference r99', null]]);
    const answers = { 'reference r99': 'R7' };
    expect(one(read([['Train', 'R5, R99']], items, { head, answers })).write?.linkIds).toEqual([
      'id-R5',
      'id-R7',
    ]);
  });

  test('an address is evidence, other words are a note', () => {
    const head = ['Action', 'Evidence'];
    expect(
      one(read([['Train', 'Minutes https://example.org/a.pdf']], [], { head })).write?.evidence,
    ).toEqual({
      url: 'https://example.org/a.pdf',
      title: 'Minutes',
    });
    const words = one(read([['Train', 'In the minutes']], [], { head })).write;
    expect(words?.evidence).toBeUndefined();
    expect(words?.notes).toMatchObject([{ heading: 'Evidence', text: 'In the minutes' }]);
  });
});

describe('a known local action', () => {
  const known = makeItem('A1', {
    yourReference: '1.1',
    text: 'Train',
    owner: 'Anna Smith',
    ownerId: 'p-anna',
    dueDate: '2027-03-31',
    firstDueDate: '2026-03-31',
    rag: 'green',
    headline: 'All is well',
    words: 'All is well here.',
  });
  const same: Cells = ['1.1', 'Train', 'A Smith (CGL)', 'March 2027', 'G', 'All is well here.'];
  const edited = (column: number, text: string | null): Cells =>
    same.map((cell, index) => (index === column ? text : cell));

  test('is known by the numbering of the file, and nothing is written that is so already', () => {
    expect(one(read([same], [known]))).toMatchObject({
      state: 'unchanged',
      reference: 'A1',
      remarks: [],
      write: null,
    });
    expect(one(read([edited(0, 'a 1'), ['A2', 'x']], [known, makeItem('A2')]))).toMatchObject({
      state: 'unchanged',
      reference: 'A1',
    });
  });

  test('a title broken over lines in the file is the title that stands on one', () => {
    const head = ['Ref', 'Title', 'Action'];
    const known = makeItem('A1', { shortTitle: 'Train all', yourReference: '1.1' });
    expect(one(read([['1.1', 'Train\u000ball', 'Text of A1']], [known], { head }))).toMatchObject({
      state: 'unchanged',
    });
    const changed = one(read([['1.1', 'Train\nnobody', 'Text of A1']], [known], { head }));
    expect(changed.write?.wording).toEqual({ shortTitle: 'Train nobody' });
  });

  test.each([
    ['that is not restricted', false, [], 'changed'],
    ['that is restricted, and hidden from others', true, ['o-ph'], 'changed'],
    ['that is hidden from their organisation', true, ['o-cgl'], 'wrong'],
  ])('somebody who cannot sign in may own what it is, %s', (_, restricted, hiddenFrom, state) => {
    const before = { owner: 'Zoë Brown', ownerId: 'p-zoe', hidden: { restricted, hiddenFrom } };
    const row = one(read([same], [{ ...known, ...before }]));
    const from = { label: 'Owner', from: 'Zoë Brown', to: 'Anna Smith' };
    const refused = 'Anna Smith may not see it, since it is restricted: name somebody else';
    expect(row).toMatchObject(
      state === 'changed'
        ? { state, problems: [], changes: [from], write: { ownerId: 'p-anna' } }
        : { state, problems: [{ cell: 'C2', message: refused }] },
    );
  });

  test.each([
    ['a number broken over lines', edited(0, '1.1\u000b'), 'unchanged', {}],
    ['an empty owner takes nobody away', edited(2, null), 'unchanged', {}],
    ['another owner', edited(2, 'Zoë Brown'), 'changed', { ownerId: 'p-zoe' }],
    [
      'an earlier date',
      edited(3, '1/2/2027'),
      'changed',
      { dates: { due: '2027-02-01', review: null, firstDue: null } },
    ],
    [
      'a later date is proposed',
      edited(3, '30/6/2027'),
      'changed',
      {
        proposal: {
          kind: 'extension',
          due: '2027-06-30',
          review: null,
          reason: 'The spreadsheet that was imported gives a later date.',
        },
      },
    ],
    [
      'new words keep the rating',
      edited(5, 'Still well. Really.'),
      'changed',
      {
        update: {
          rag: 'green',
          headline: 'Still well.',
          words: 'Still well. Really.',
          recovery: null,
          nextStep: null,
        },
      },
    ],
    ['another text', edited(1, 'Train more'), 'changed', { wording: { text: 'Train more' } }],
  ] as const)('%s', (_, cells, state, write) => {
    const row = one(read([cells], [known]));
    expect(row.problems).toEqual([]);
    expect(row.state).toBe(state);
    expect(row.write ?? {}).toEqual(
      state === 'unchanged' ? {} : { reference: 'A1', wording: {}, notes: [], ...write },
    );
  });

  test('another first date is wrong in its cell', () => {
    const head = ['Ref', 'Action', 'Original date'];
    expect(one(read([['1.1', 'Train', '30/04/2026']], [known], { head })).problems).toEqual([
      { cell: 'C2', message: 'The first due date of A1 is 31 March 2026, and a first date stays' },
    ]);
    expect(one(read([['1.1', 'Train', '31/03/2026']], [known], { head })).state).toBe('unchanged');
  });

  test('a later date and complete: one of them', () => {
    const cells: Cells = ['1.1', 'Train', null, '30/06/2027', 'Complete', null];
    expect(asks(read([cells], [known]))[0]).toEqual(['proposal a1', null]);
    const { write } = one(read([cells], [known], { answers: { 'proposal a1': 'extension' } }));
    expect(write?.proposal).toMatchObject({ kind: 'extension', due: '2027-06-30' });
    expect(write?.notes).toMatchObject([{ heading: 'BRAG', text: 'Complete' }]);
  });

  test('one proposal waits at a time', () => {
    const waiting = { ...known, pending: 'extension' as const };
    expect(one(read([edited(3, '30/6/2027')], [waiting])).state).toBe('wrong');
    const { write } = one(
      read([edited(3, '30/6/2027')], [waiting], { answers: { 'proposal a1': 'note' } }),
    );
    expect(write).toMatchObject({ notes: [{ heading: 'By when', text: '30/6/2027' }] });
    expect(write?.proposal).toBeUndefined();
  });

  test('what is closed takes no changes', () => {
    const closed = {
      ...known,
      lifecycle: 'closed' as const,
      outcome: 'complete' as const,
      rag: 'blue' as const,
    };
    expect(
      one(read([edited(1, 'Train more')], [closed])).problems.map(({ message }) => message),
    ).toContain('A1 is closed, so it takes no more changes. Propose to reopen it first.');
    expect(one(read([['1.1', 'Train', null, null, 'Complete']], [closed])).state).toBe('unchanged');
  });

  test('what was kept before is not kept twice', () => {
    const head = ['Ref', 'Action', 'Budget'];
    const noted = { ...known, notes: [{ heading: 'Budget', text: '£5', on: null, rag: null }] };
    expect(one(read([['1.1', 'Train', '£5']], [noted], { head })).state).toBe('unchanged');
    expect(one(read([['1.1', 'Train', '£6']], [noted], { head })).write?.notes).toHaveLength(1);
  });

  test('two rows about one are wrong and name each other', () => {
    expect(read([same, same], [known]).rows.map(({ problems }) => problems[0]?.message)).toEqual([
      'Row 3 is about the same: leave one of them',
      'Row 2 is about the same: leave one of them',
    ]);
    expect(
      read([
        ['7', 'a'],
        ['7', 'b'],
      ]).counts.wrong,
    ).toBe(2);
  });

  test('without a number it is known by its words, which is shown', () => {
    const head = ['Action', 'Lead'];
    const reading = read([['Train', 'Zoë Brown']], [{ ...known, yourReference: null }], { head });
    expect(one(reading)).toMatchObject({ state: 'changed', reference: 'A1' });
    expect(asks(reading)).toEqual([['row train', 'It is A1 Title of A1']]);
  });

  test('a number that two have is asked about', () => {
    const twin = { ...known, id: 'id-A2', reference: 'A2' };
    expect(asks(read([same], [known, twin]))).toEqual([['row 1.1', null]]);
    expect(one(read([same], [known, twin], { answers: { 'row 1.1': 'A2' } })).reference).toBe('A2');
  });

  test('who may not is told, row by row', () => {
    const row = one(read([edited(1, 'Train more')], [known], { roles: ['member'] }));
    expect(row.problems).toEqual([
      { cell: null, message: 'A1: you may not create or change local actions' },
    ]);
    expect(one(read([['9', 'New']], [], { roles: ['member'] })).state).toBe('wrong');
  });
});

describe('a file of ours', () => {
  const head = [
    'Reference',
    'Local action',
    'What will be done',
    'Owner',
    'Headline',
    'Latest update',
    'RAG status',
    'As at',
  ];
  const AT = '2026-11-01T10:00:00.000Z';
  const then = makeItem('A1', {
    owner: 'Anna Smith',
    ownerId: 'p-anna',
    headline: 'Well',
    words: 'It is well.',
    rag: 'green',
  });
  const cells = [
    'A1',
    'Title of A1',
    'Text of A1',
    'Anna Smith',
    'Well',
    'It is well.',
    'Green',
    AT,
  ];
  const edit = (column: number, text: string | null): Cells =>
    cells.map((cell, index) => (index === column ? text : cell));

  test('what moved on since in a row that was changed is stale, and only the change is written', () => {
    const now = {
      ...then,
      headline: 'Better',
      words: 'It is better.',
      lastRecordedAt: '2026-11-05T10:00:00.000Z',
    };
    const row = one(read([edit(3, 'Zoë Brown')], [now], { head, base: [then] }));
    expect(row).toMatchObject({ state: 'stale', write: { ownerId: 'p-zoe' } });
    expect(row.changes.map(({ field }) => field)).toEqual(['owner']);
    expect(one(read([cells], [now], { head, base: [then] }))).toMatchObject({
      state: 'unchanged',
      remarks: ['The register has moved on since the file was exported.'],
    });
    const title = one(read([edit(4, 'Fine')], [now], { head, base: [then] }));
    expect(title.write?.update).toMatchObject({ headline: 'Fine', words: 'It is better.' });
  });

  test('a numbering that the register has changed since is nothing that the file changes', () => {
    const wide = [...head, 'Your reference'];
    const base = { ...then, yourReference: '1' };
    const now = { ...base, yourReference: '2' };
    expect(one(read([[...cells, '1']], [now], { head: wide, base: [base] })).state).toBe(
      'unchanged',
    );
    expect(
      one(read([[...cells, '3']], [now], { head: wide, base: [base] })).write?.wording,
    ).toEqual({ yourReference: '3' });
  });

  test('a row from a later file of ours is compared with the register as it is', () => {
    const now = { ...then, headline: 'Better' };
    const other = makeItem('A2');
    const first: Cells = ['A2', other.shortTitle, other.text, null, null, null, 'Not rated', AT];
    const later: Cells = [...cells.slice(0, -1), '2026-11-10T10:00:00.000Z'];
    // It said 'Better' there, and somebody took that back.
    const { rows } = read([first, later], [now, other], { head, base: [then, other] });
    expect(rows.map(({ state }) => state)).toEqual(['unchanged', 'changed']);
    expect(rows[1]?.changes).toMatchObject([{ field: 'headline', from: 'Better', to: 'Well' }]);
  });

  test('an emptied cell takes nothing away, and that is said', () => {
    expect(one(read([edit(3, null)], [then], { head, base: [then] }))).toMatchObject({
      state: 'unchanged',
      remarks: ['“Owner” is empty in the file: the register keeps “Anna Smith”.'],
    });
  });

  test('a column that no import changes is remarked on', () => {
    const wide = ['Reference', 'Short title', 'Recommendation', 'Our response', 'As at'];
    const row = one(
      read([['R1', 'Title of R1', 'Other', 'We will', AT]], [makeItem('R1')], {
        head: wide,
        kind: 'status_updates',
      }),
    );
    expect(row.state).toBe('unchanged');
    expect(row.remarks).toHaveLength(2);
  });
});

describe('recommendations of a source', () => {
  const head = ['No', 'Title', 'Recommendation'];
  const source = { id: 's', prefix: 'N' };

  test('are known by their number, new with it, and changed in their words', () => {
    const reading = read(
      [
        ['1', 'Title of N1', 'Other words'],
        ['N2', 'Title of N2', 'Text of N2'],
        ['3', 'New', 'Words'],
      ],
      [makeItem('N1'), makeItem('N2')],
      { head, kind: 'recommendations', source },
    );
    expect(reading.rows.map(({ state, reference }) => [state, reference])).toEqual([
      ['changed', 'N1'],
      ['unchanged', 'N2'],
      ['new', null],
    ]);
    expect(reading.rows[2]?.write).toMatchObject({
      number: 3,
      wording: { shortTitle: 'New', text: 'Words' },
    });
  });

  test('only officers may', () => {
    expect(
      one(
        read([['1', 'a', 'b']], [], {
          head,
          kind: 'recommendations',
          source,
          roles: ['commissioner'],
        }),
      ).problems,
    ).toEqual([{ cell: null, message: 'you may not change recommendations, or add them' }]);
  });
});

test('it is the same each time, and what somebody else changed in between is seen', () => {
  const rows: Cells[] = [['A1', 'Another text', 'Zoë Brown', '31/3/27', 'Green', 'Words']];
  const item = makeItem('A1', { text: 'Train' });
  const [first, second] = [read(rows, [item]), read(rows, [item])];
  expect(fingerprintOf(first.rows)).toBe(fingerprintOf(second.rows));
  expect(fingerprintOf(read(rows, [{ ...item, text: 'Changed' }]).rows)).not.toBe(
    fingerprintOf(first.rows),
  );
});

test('5,000 rows are read in seconds, also on a busy machine', () => {
  const rows = Array.from(
    { length: 5000 },
    (_, index): Cells => [
      `${index}`,
      `Action number ${index}`,
      `A Smith (CGL) / ${index % 50}`,
      'Q3 26/27',
      'Amber',
      `Words of ${index}`,
    ],
  );
  const items = Array.from({ length: 2500 }, (_, index) =>
    makeItem(`A${index + 1}`, { yourReference: `${index}` }),
  );
  const started = performance.now();
  const reading = read(rows, items, { answers: { recovery: 'More hands' } });
  expect(performance.now() - started).toBeLessThan(10_000);
  expect(reading.counts).toMatchObject({ new: 2500, changed: 2500 });
});

test('hostile words are read in no time', () => {
  const hostile = [
    ' '.repeat(30_000),
    '-'.repeat(30_000),
    'a and '.repeat(5000),
    '1/'.repeat(15_000),
    'R1-'.repeat(10_000),
    'Q3 26/'.repeat(5000),
    '. A'.repeat(10_000),
  ];
  const head = [
    'Ref',
    'Action',
    'Lead',
    'By when',
    'BRAG',
    'Progress',
    'Recommendations',
    'Evidence',
  ];
  const started = performance.now();
  for (const words of hostile) read([Array(8).fill(`x${words}x`), ['1', 'Train']], [], { head });
  expect(performance.now() - started).toBeLessThan(5000);
});

test('nobody is given what is restricted and hidden from them', () => {
  const head = ['Ref', 'Action', 'Owner'];
  const hidden = { restricted: true, hiddenFrom: ['o-cgl'] };
  const known = makeItem('A1', { shortTitle: 'Train', text: 'Train', hidden });
  const given = (owner: string) => one(read([['A1', 'Train', owner]], [known], { head }));
  const refused = given('Anna Smith');
  expect(refused.problems).toEqual([
    expect.objectContaining({ message: expect.stringContaining('Anna Smith may not see it') }),
  ]);
  const taken = given('Zoë Brown');
  expect(taken.problems).toEqual([]);
  expect(taken.write?.ownerId).toBe('p-zoe');
});
