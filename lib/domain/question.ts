import { z } from 'zod';
import { requiredText, submission } from './fields';
import type { Lifecycle } from './item';
import { isMeetingSlug } from './meeting-name';

export const QUESTION_STATES = ['open', 'answered', 'withdrawn'] as const;
export type QuestionState = (typeof QUESTION_STATES)[number];
export const QUESTION_STATE_NAMES: Record<QuestionState, string> = {
  open: 'Waiting for an answer',
  answered: 'Answered',
  withdrawn: 'Withdrawn',
};

const WORDS_LIMIT = 2000;

export const askQuestionSchema = submission.extend({
  words: requiredText('Enter your question', WORDS_LIMIT),
});
export type AskQuestion = z.infer<typeof askQuestionSchema>;

/** Of the question that the form shows. */
const question = z.coerce.number('Open the form again and resend it').int().min(1);

export const answerQuestionSchema = submission.extend({
  question,
  words: requiredText('Enter the answer', WORDS_LIMIT),
});
export type AnswerQuestion = z.infer<typeof answerQuestionSchema>;

export const withdrawQuestionSchema = submission.extend({
  question,
  reason: requiredText('Say why it is withdrawn', 1000),
});
export type WithdrawQuestion = z.infer<typeof withdrawQuestionSchema>;

export const QUESTION_STEPS = ['answer', 'withdraw'] as const;
export type QuestionStep = (typeof QUESTION_STEPS)[number];

/**
 * Why a question takes no such step; null when it does. What was answered can be answered again,
 * which corrects the answer; a closed item still answers what it was asked.
 */
export function refuseQuestionStep(
  step: QuestionStep,
  now: { state: QuestionState; lifecycle: Lifecycle },
): string | null {
  if (now.state === 'withdrawn') return 'That question was withdrawn already.';
  if (step === 'withdraw' && now.state === 'answered') {
    return 'That question has been answered: it stays, with its answer.';
  }
  if (step === 'answer' && now.lifecycle === 'withdrawn') {
    return 'What it is about was withdrawn, so it takes no more answers.';
  }
  return null;
}

/** Where an item's question is answered or withdrawn. @param base the item's address */
export function questionStepPath(base: string, step: QuestionStep, number: number): string {
  return `${base}/questions/${number}/${step}`;
}

export const QUESTIONS_PATH = '/questions';
export const QUESTION_PAGE_SIZE = 20;

/** The state of the list, as it is in its address. What is nonsense there is left out. */
export const questionQuerySchema = z.object({
  state: z.enum(QUESTION_STATES).optional().catch(undefined),
  mine: z.enum(['answer', 'asked']).optional().catch(undefined),
  meeting: z.string().refine(isMeetingSlug).optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});
export type QuestionQuery = z.infer<typeof questionQuerySchema>;

/** The list as its address asks for it, with something changed. */
export function questionsAddress(query: Partial<QuestionQuery>): string {
  const { page = 1, ...filters } = query;
  const search = new URLSearchParams(
    Object.entries({ ...filters, page: page > 1 ? String(page) : undefined }).flatMap(
      ([name, value]) => (value === undefined ? [] : [[name, value]]),
    ),
  );
  return search.size > 0 ? `${QUESTIONS_PATH}?${search}` : QUESTIONS_PATH;
}
