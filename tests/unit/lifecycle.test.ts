import { describe, expect, test } from 'vitest';
import { dateMoves, refuseCorrection } from '@/lib/domain/due-date';
import type { Lifecycle } from '@/lib/domain/item';
import {
  type LifeStage,
  refuseAgreement,
  refuseStep,
  STEPS,
  type Step,
} from '@/lib/domain/lifecycle';
import type { UpdateKind } from '@/lib/domain/status-update';

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
  const closure = { outcome: 'complete', into: null } as const;
  const merged = (lifecycle: Lifecycle, reference: string | null = 'A3') =>
    ({ outcome: 'merged', into: { reference, lifecycle } }) as const;

  test.each([
    ['Complete with current evidence', { ...closure }, 'current', null],
    ['Complete with none', { ...closure }, 'none', 'there is none'],
    ['Complete with old evidence', { ...closure }, 'out_of_date', 'all of it is out of date'],
    ['superseded without any', { ...closure, outcome: 'superseded' }, 'none', null],
    ['merged into what is open', merged('open'), 'none', null],
    ['merged into what is closed', merged('closed'), 'none', 'A3 is closed'],
    ['merged into what is gone', merged('withdrawn'), 'none', 'A3 is withdrawn'],
    ['merged into what is hidden', merged('closed', null), 'none', 'is no longer open'],
  ] as const)('%s', (_, proposed, evidence, refusal) => {
    const is = refuseAgreement(proposed, evidence);
    if (refusal === null) expect(is).toBeNull();
    else expect(is).toContain(refusal);
  });
});

describe('how often a due date moved', () => {
  const [MAY, JUNE, JULY] = ['2027-05-31', '2027-06-30', '2027-07-31'];
  const row = (kind: UpdateKind, dueDate: string | null, firstDueDate: string | null) => ({
    kind,
    dueDate,
    firstDueDate,
  });
  const none = row('baseline', null, null);
  const set = row('dates', MAY, MAY);
  const later = row('extension', JUNE, MAY);

  test.each([
    [0, 'never set', [none]],
    [0, 'set once', [none, set]],
    [0, 'set, and spoken about', [none, set, row('rag', MAY, MAY)]],
    [1, 'extended', [none, set, later]],
    [1, 'brought forward', [none, row('dates', JUNE, JUNE), row('dates', MAY, JUNE)]],
    [2, 'extended twice', [none, set, later, row('extension', JULY, MAY)]],
    [1, 'given up for ongoing', [none, set, row('extension', null, MAY)]],
    [0, 'extended by a decision that was superseded', [set, later, row('correction', MAY, MAY)]],
    [1, 'moved before it came here', [row('baseline', JUNE, MAY)]],
    [1, 'ongoing since before it came here', [row('baseline', null, MAY)]],
    [2, 'and moved again since', [row('baseline', JUNE, MAY), row('extension', JULY, MAY)]],
    [0, 'mistyped, and corrected', [set, row('dates', JULY, JULY)]],
    [1, 'corrected, then extended', [set, row('dates', JUNE, JUNE), row('extension', JULY, JUNE)]],
  ])('%i: %s', (moves, _, updates) => {
    expect(dateMoves(updates)).toBe(moves);
  });
});

describe('a first date can be corrected', () => {
  const [MAY, JUNE] = ['2027-05-31', '2027-06-30'];
  test.each([
    ['while it stands', { firstDueDate: MAY, dueDate: MAY }, JUNE, null],
    ['to an earlier one', { firstDueDate: JUNE, dueDate: JUNE }, MAY, null],
    ['not to itself', { firstDueDate: MAY, dueDate: MAY }, MAY, 'already'],
    ['not once it has moved', { firstDueDate: MAY, dueDate: JUNE }, '2027-07-31', 'has moved'],
    ['not where there is none', { firstDueDate: null, dueDate: null }, MAY, 'no due date'],
    ['not once it was given up', { firstDueDate: MAY, dueDate: null }, MAY, 'no due date'],
  ] as const)('%s', (_, dates, due, refusal) => {
    const is = refuseCorrection({ ...dates, reviewDate: null }, due);
    if (refusal === null) expect(is).toBeNull();
    else expect(is).toContain(refusal);
  });
});
