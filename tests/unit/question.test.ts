import { expect, test } from 'vitest';
import { LIFECYCLES, type Lifecycle } from '@/lib/domain/item';
import {
  QUESTION_STATES,
  type QuestionState,
  type QuestionStep,
  questionQuerySchema,
  questionsAddress,
  refuseQuestionStep,
} from '@/lib/domain/question';

/** The steps that can be taken; all others are refused with a sentence. */
const TAKEN: ReadonlyArray<[QuestionStep, QuestionState, Lifecycle]> = [
  ['answer', 'open', 'open'],
  ['answer', 'open', 'closed'],
  ['answer', 'answered', 'open'],
  ['answer', 'answered', 'closed'],
  ['withdraw', 'open', 'open'],
  ['withdraw', 'open', 'closed'],
  ['withdraw', 'open', 'withdrawn'],
];

const ALL = (['answer', 'withdraw'] as const).flatMap((step) =>
  QUESTION_STATES.flatMap((state) =>
    LIFECYCLES.map((lifecycle) => [step, state, lifecycle] as const),
  ),
);

test.each(ALL)('to %s what is %s, of what is %s', (step, state, lifecycle) => {
  const taken = TAKEN.some((one) => one.join() === [step, state, lifecycle].join());
  const refused = refuseQuestionStep(step, { state, lifecycle });
  expect(refused).toEqual(taken ? null : expect.stringMatching(/\.$/));
});

test.each([
  [{}, '/questions'],
  [{ page: '1' }, '/questions'],
  [{ state: 'open', mine: 'answer', page: '3' }, '/questions?state=open&mine=answer&page=3'],
  [{ meeting: '2026-12-03' }, '/questions?meeting=2026-12-03'],
  // What is nonsense is left out.
  [{ state: 'x', mine: ['asked'], meeting: '\u0000', page: '-1' }, '/questions'],
])('the list of %j is at %s', (query, address) => {
  expect(questionsAddress(questionQuerySchema.parse(query))).toBe(address);
});
