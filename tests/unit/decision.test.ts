import { describe, expect, test } from 'vitest';
import {
  decideUnderDelegationSchema,
  defaultMinuteReference,
  recordDecisionsSchema,
  refuseDay,
  refuseDelegation,
  refuseMeeting,
  supersedeDecisionSchema,
} from '@/lib/domain/decision';
import {
  inWords,
  type Proposed,
  proposeClosureSchema,
  proposeExtensionSchema,
  proposeReopeningSchema,
} from '@/lib/domain/proposal';

const ID = '0190a1b2-0000-7000-8000-000000000001';
const form = { submissionId: ID, basedOn: '3', reason: 'Because' };
const day = (date: string) => {
  const [year, month, dayOfMonth] = date.split('-');
  return { day: dayOfMonth, month, year };
};
/** The fields that are refused. */
function refusedOf(
  schema: { safeParse(value: unknown): { error?: { issues: Array<{ path: PropertyKey[] }> } } },
  value: unknown,
) {
  return schema.safeParse(value).error?.issues.map(({ path }) => path.join('.')) ?? [];
}

describe('what forms ask for', () => {
  test.each([
    ['a later date', { scheduling: 'due', due: day('2027-09-30') }, []],
    ['no date', { scheduling: 'due' }, ['due']],
    ['ongoing', { scheduling: 'ongoing', review: day('2027-09-30') }, []],
    ['ongoing without a day to look again', { scheduling: 'ongoing' }, ['review']],
    ['neither', {}, ['scheduling']],
    ['neither date nor reason', { scheduling: 'due', reason: '' }, ['reason', 'due']],
    ['no reason', { scheduling: 'due', due: day('2027-09-30'), reason: ' ' }, ['reason']],
  ])('extension: %s', (_, said, refused) => {
    expect(refusedOf(proposeExtensionSchema, { ...form, ...said })).toEqual(refused);
  });

  test.each([
    ['complete', { outcome: 'complete', finishedOn: day('2026-11-01') }, []],
    ['complete on no day', { outcome: 'complete' }, ['finishedOn']],
    ['superseded', { outcome: 'superseded' }, []],
    ['no longer pursued', { outcome: 'no_longer_pursued' }, []],
    ['merged', { outcome: 'merged', mergedIntoId: ID }, []],
    ['merged into nothing', { outcome: 'merged' }, ['mergedIntoId']],
    ['passed on', { outcome: 'passed_on', passedTo: 'The prevention board' }, []],
    ['passed on to nobody', { outcome: 'passed_on' }, ['passedTo']],
    ['blue', { outcome: 'blue' }, ['outcome']],
  ])('closure: %s', (_, said, refused) => {
    expect(refusedOf(proposeClosureSchema, { ...form, ...said })).toEqual(refused);
  });

  test.each([
    ['green', { rag: 'green', headline: 'Again' }, []],
    ['red, and nothing would bring it back', { rag: 'red', headline: 'Again' }, ['recovery']],
    ['no rating', { headline: 'Again' }, ['rag']],
    ['Blue', { rag: 'blue', headline: 'Again' }, ['rag']],
    ['no headline', { rag: 'green' }, ['headline']],
  ])('reopening: %s', (_, said, refused) => {
    expect(refusedOf(proposeReopeningSchema, { ...form, ...said })).toEqual(refused);
  });

  test.each([
    ['agreed', { result: 'agreed' }, []],
    ['refused with a reason', { result: 'refused', words: 'Too late' }, []],
    ['refused without one', { result: 'refused' }, [`lines.${ID}.words`]],
    ['returned without one', { result: 'returned' }, [`lines.${ID}.words`]],
    ['as the rest', {}, []],
    ['noted', { result: 'noted' }, [`lines.${ID}.result`]],
  ])('a line of a pass: %s', (_, said, refused) => {
    const lines = { [ID]: { proposal: '1', ...said } };
    const value = { submissionId: ID, rest: 'open', lines };
    expect(refusedOf(recordDecisionsSchema, value)).toEqual(refused);
  });

  test('a pass says what becomes of the rest', () => {
    expect(refusedOf(recordDecisionsSchema, { submissionId: ID })).toEqual(['rest']);
  });

  test('a delegated decision says who and when', () => {
    const value = { submissionId: ID, proposal: '1', result: 'agreed' };
    expect(refusedOf(decideUnderDelegationSchema, value)).toEqual(['delegatedToId', 'decidedOn']);
  });

  test.each([
    ['a meeting', { taken: '2026-09-17' }, []],
    ['under delegation', { taken: 'delegation' }, ['delegatedToId', 'decidedOn']],
    ['nowhere', {}, ['taken']],
    ['nonsense', { taken: '../../x' }, ['taken']],
  ])('superseding at %s', (_, said, refused) => {
    const value = { submissionId: ID, basedOn: '3', result: 'refused', words: 'Wrong', ...said };
    expect(refusedOf(supersedeDecisionSchema, value)).toEqual(refused);
  });
});

describe('when something can have been decided', () => {
  test.each([
    ['the day before the meeting', '2026-11-22', false, 'from that day'],
    ['on its day', '2026-11-23', false, null],
    ['the day after', '2026-11-24', false, null],
    ['on the day of a cancelled one', '2026-11-23', true, 'cancelled'],
  ])('%s', (_, today, cancelled, refusal) => {
    const is = refuseMeeting({ date: '2026-11-23', cancelled }, today);
    if (refusal === null) expect(is).toBeNull();
    else expect(is).toContain(refusal);
  });

  test.each([
    ['2026-11-09', 'cannot have been decided before'],
    ['2026-11-10', null],
    ['2026-11-23', null],
    ['2026-11-24', 'today or in the past'],
  ])('proposed on the 10th, today the 23rd: %s', (decidedOn, refusal) => {
    const is = refuseDay(decidedOn, '2026-11-10', '2026-11-23');
    if (refusal === null) expect(is).toBeNull();
    else expect(is).toContain(refusal);
  });
});

test.each([
  ['somebody else writes it down', { proposerId: 'a', recorderId: 'b', deciderId: 'c' }, null],
  ['who decided writes it down', { proposerId: 'a', recorderId: 'c', deciderId: 'c' }, null],
  ['the proposer writes it down', { proposerId: 'a', recorderId: 'a', deciderId: 'c' }, ''],
  ['the proposer decided', { proposerId: 'a', recorderId: 'b', deciderId: 'a' }, 'delegatedToId'],
  ['the system proposed', { proposerId: null, recorderId: 'b', deciderId: 'b' }, null],
  ['the system does all', { proposerId: null, recorderId: null, deciderId: 'c' }, null],
])('under delegation: %s', (_, people, field) => {
  expect(refuseDelegation(people, [])?.field ?? null).toBe(field);
});

test.each([
  ['who records it invited the proposer', 'b', 'a', ''],
  ['the proposer invited who records it', 'a', 'b', ''],
  ['who decided it invited the proposer', 'c', 'a', 'delegatedToId'],
  ['who records it invited who decided', 'b', 'c', null],
  ['somebody else invited the proposer', 'd', 'a', null],
])('under delegation, of late: %s', (_, by, on, field) => {
  const people = { proposerId: 'a', recorderId: 'b', deciderId: 'c' };
  const hands = [{ kind: 'person.invited', by, on, at: new Date() }] as const;
  expect(refuseDelegation(people, hands)?.field ?? null).toBe(field);
});

test('minute references', () => {
  expect(defaultMinuteReference({ meeting: '2026-09-17-2' }, 4)).toBe('2026-09-17-2/4');
  expect(defaultMinuteReference({ delegatedOn: '2026-10-05' }, 1)).toBe('Delegated 2026-10-05/1');
});

describe('a proposal in words', () => {
  const nothing: Proposed = {
    kind: 'extension',
    presentDueDate: null,
    dueDate: null,
    reviewDate: null,
    outcome: null,
    finishedOn: null,
    mergedInto: null,
    passedTo: null,
    rag: null,
  };
  test.each([
    [
      'move the due date from 30 June 2027 to 30 September 2027',
      { presentDueDate: '2027-06-30', dueDate: '2027-09-30' },
    ],
    [
      'give up the due date of 30 June 2027 and review it on 30 September 2027',
      { presentDueDate: '2027-06-30', reviewDate: '2027-09-30' },
    ],
    [
      'close it as Complete, finished on 1 November 2026',
      { kind: 'closure', outcome: 'complete', finishedOn: '2026-11-01' },
    ],
    ['close it as Superseded', { kind: 'closure', outcome: 'superseded' }],
    ['close it as Merged into A7', { kind: 'closure', outcome: 'merged', mergedInto: 'A7' }],
    [
      'close it as Passed to The prevention board',
      { kind: 'closure', outcome: 'passed_on', passedTo: 'The prevention board' },
    ],
    ['reopen it as Amber', { kind: 'reopening', rag: 'amber' }],
  ] as Array<[string, Partial<Proposed>]>)('%s', (words, proposed) => {
    expect(inWords({ ...nothing, ...proposed })).toBe(words);
  });
});
