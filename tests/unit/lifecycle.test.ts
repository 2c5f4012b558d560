import { describe, expect, test } from 'vitest';
import { dateMoves } from '@/lib/domain/due-date';
import {
  type LifeStage,
  refuseAgreement,
  refuseStep,
  STEPS,
  type Step,
} from '@/lib/domain/lifecycle';

const OPEN: LifeStage = {
  reference: 'A7',
  kind: 'local_action',
  rated: true,
  lifecycle: 'open',
  hasDueDate: true,
  pending: null,
};
const STAGES = {
  open: OPEN,
  'open, no date': { ...OPEN, hasDueDate: false },
  'open recommendation': { ...OPEN, kind: 'recommendation', hasDueDate: false },
  'extension waits': { ...OPEN, pending: 'extension' },
  'closure waits': { ...OPEN, pending: 'closure' },
  closed: { ...OPEN, lifecycle: 'closed' },
  'reopening waits': { ...OPEN, lifecycle: 'closed', pending: 'reopening' },
  withdrawn: { ...OPEN, lifecycle: 'withdrawn' },
  'shown only': { ...OPEN, kind: 'commitment', rated: false },
} satisfies Record<string, LifeStage>;

const CLOSED = 'A7 is closed, so it takes no more changes. Propose to reopen it first.';
const GONE = 'A7 is withdrawn, so it takes no more changes.';
const SHOWN = 'A7 is shown for context. It is not rated or owned.';
const NOTHING = 'Nothing that is proposed about A7 awaits a decision.';
const waits = (what: string) => `${what} of A7 awaits a decision: one proposal waits at a time.`;
const EXTENSION = waits('An extension');
const CLOSURE = waits('A closure');

/** Every step from every stage: null where it may be taken, else why not. */
const TABLE: Record<keyof typeof STAGES, Record<Step, string | null>> = {
  open: {
    update: null,
    withdraw: null,
    proposeExtension: null,
    proposeClosure: null,
    proposeReopening: 'A7 is open already.',
    withdrawProposal: NOTHING,
    decide: NOTHING,
  },
  'open, no date': {
    update: null,
    withdraw: null,
    proposeExtension: 'A7 has no due date to move: set one instead.',
    proposeClosure: null,
    proposeReopening: 'A7 is open already.',
    withdrawProposal: NOTHING,
    decide: NOTHING,
  },
  'open recommendation': {
    update: null,
    withdraw: null,
    proposeExtension: 'Only local actions have due dates, and A7 is none.',
    proposeClosure: null,
    proposeReopening: 'A7 is open already.',
    withdrawProposal: NOTHING,
    decide: NOTHING,
  },
  'extension waits': {
    update: null,
    withdraw: EXTENSION,
    proposeExtension: EXTENSION,
    proposeClosure: EXTENSION,
    proposeReopening: 'A7 is open already.',
    withdrawProposal: null,
    decide: null,
  },
  'closure waits': {
    update: null,
    withdraw: CLOSURE,
    proposeExtension: CLOSURE,
    proposeClosure: CLOSURE,
    proposeReopening: 'A7 is open already.',
    withdrawProposal: null,
    decide: null,
  },
  closed: {
    update: CLOSED,
    withdraw: CLOSED,
    proposeExtension: CLOSED,
    proposeClosure: CLOSED,
    proposeReopening: null,
    withdrawProposal: NOTHING,
    decide: NOTHING,
  },
  'reopening waits': {
    update: CLOSED,
    withdraw: CLOSED,
    proposeExtension: CLOSED,
    proposeClosure: CLOSED,
    proposeReopening: waits('A reopening'),
    withdrawProposal: null,
    decide: null,
  },
  withdrawn: {
    update: GONE,
    withdraw: GONE,
    proposeExtension: GONE,
    proposeClosure: GONE,
    proposeReopening: GONE,
    withdrawProposal: NOTHING,
    decide: NOTHING,
  },
  'shown only': {
    update: SHOWN,
    withdraw: SHOWN,
    proposeExtension: SHOWN,
    proposeClosure: SHOWN,
    proposeReopening: SHOWN,
    withdrawProposal: SHOWN,
    decide: SHOWN,
  },
};

describe('what can be done to an item', () => {
  test.each(Object.keys(STAGES) as Array<keyof typeof STAGES>)('%s', (stage) => {
    const is = Object.fromEntries(STEPS.map((step) => [step, refuseStep(STAGES[stage], step)]));
    expect(is).toEqual(TABLE[stage]);
  });
});

describe('what can be agreed', () => {
  const closure = { outcome: 'complete', intoLifecycle: null, into: null } as const;
  const merged = { outcome: 'merged', into: 'A3' } as const;

  test.each([
    ['Complete with current evidence', { ...closure }, 'current', null],
    ['Complete with none', { ...closure }, 'none', 'there is none'],
    ['Complete with old evidence', { ...closure }, 'out_of_date', 'all of it is out of date'],
    ['superseded without any', { ...closure, outcome: 'superseded' }, 'none', null],
    ['merged into what is open', { ...merged, intoLifecycle: 'open' }, 'none', null],
    ['merged into what is closed', { ...merged, intoLifecycle: 'closed' }, 'none', 'A3 is closed'],
    [
      'merged into what is gone',
      { ...merged, intoLifecycle: 'withdrawn' },
      'none',
      'A3 is withdrawn',
    ],
  ] as const)('%s', (_, proposed, evidence, refusal) => {
    const is = refuseAgreement(proposed, evidence);
    if (refusal === null) expect(is).toBeNull();
    else expect(is).toContain(refusal);
  });
});

describe('how often a due date moved', () => {
  const [MAY, JUNE, JULY] = ['2027-05-31', '2027-06-30', '2027-07-31'];
  const first = { kind: 'baseline', dueDate: null } as const;
  const set = { kind: 'dates', dueDate: MAY } as const;
  const later = { kind: 'extension', dueDate: JUNE } as const;

  test.each([
    [0, 'never set', [first]],
    [0, 'set once', [first, set]],
    [0, 'set, and spoken about', [first, set, { kind: 'rag', dueDate: MAY }]],
    [1, 'extended', [first, set, later]],
    [1, 'brought forward', [first, { kind: 'dates', dueDate: JUNE }, set]],
    [2, 'extended twice', [first, set, later, { kind: 'extension', dueDate: JULY }]],
    [1, 'given up for ongoing', [first, set, { kind: 'extension', dueDate: null }]],
    [
      0,
      'extended by a decision that was superseded',
      [set, later, { kind: 'correction', dueDate: MAY }],
    ],
  ] as const)('%i: %s', (moves, _, updates) => {
    expect(dateMoves(updates)).toBe(moves);
  });
});
